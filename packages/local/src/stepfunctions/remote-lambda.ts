import { InvocationFailed, type Invoke, RawAnswer } from "./engine/invoke.ts";

/** Calls functions over the Lambda Invoke API.
 * @param endpoint - URL, as in `http://127.0.0.1:9001` */
export function remoteLambda(endpoint: string): Invoke {
  return async (functionName, payload) => {
    const url = new URL(`/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`, endpoint);
    const response = await send(url, JSON.stringify(payload));
    const text = await response.text();
    if (!response.ok) throw serviceFault(response, text);
    if (response.headers.has("x-amz-function-error")) throw functionFault(text);
    return new RawAnswer(text === "" ? "null" : text, response.headers.get("x-amz-executed-version") ?? "$LATEST");
  };
}

async function send(url: URL, body: string): Promise<Response> {
  try {
    return await fetch(url, { method: "POST", body, headers: { "content-type": "application/json" } });
  } catch (error) {
    throw new InvocationFailed("Lambda.SdkClientException", `Cannot reach ${url.origin}: ${String(error)}`);
  }
}

function serviceFault(response: Response, text: string): InvocationFailed {
  const type = (response.headers.get("x-amzn-errortype") ?? "ServiceException").split(":")[0] ?? "ServiceException";
  const message = (read(text) as { Message?: unknown; message?: unknown } | undefined) ?? {};
  const words = String(message.Message ?? message.message ?? text);
  return new InvocationFailed(`Lambda.${type}`, `${words} (Service: Lambda, Status Code: ${response.status})`);
}

function functionFault(text: string): InvocationFailed {
  const document = read(text) as { errorType?: unknown } | undefined;
  const name = typeof document?.errorType === "string" ? document.errorType : "Lambda.Unknown";
  return new InvocationFailed(name, text);
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
