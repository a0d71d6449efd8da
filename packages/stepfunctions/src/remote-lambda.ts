import { type IncomingMessage, request } from "node:http";
import { InvocationFailed, type Invoke, RawAnswer } from "./engine/invoke.ts";

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly text: string;
}

/** Calls functions over the Lambda Invoke API, without a timeout: those are the state machine's.
 * @param endpoint - URL, as in `http://127.0.0.1:9001` */
export function remoteLambda(endpoint: string): Invoke {
  return async (functionName, payload) => {
    const url = new URL(`/2015-03-31/functions/${encodeURIComponent(functionName)}/invocations`, endpoint);
    const answer = await post(url, JSON.stringify(payload)).catch((error: unknown) => {
      throw new InvocationFailed("Lambda.SdkClientException", `Cannot reach ${url.origin}: ${String(error)}`);
    });
    const { status, headers, text } = answer;
    if (status >= 300) throw serviceFault(answer);
    if (headers["x-amz-function-error"] !== undefined) throw functionFault(text);
    return new RawAnswer(text === "" ? "null" : text, String(headers["x-amz-executed-version"] ?? "$LATEST"));
  };
}

function post(url: URL, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", headers: { "content-type": "application/json" } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, text: Buffer.concat(chunks).toString() });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function serviceFault({ status, headers, text }: Answer): InvocationFailed {
  const type = String(headers["x-amzn-errortype"] ?? "ServiceException").split(":")[0] ?? "ServiceException";
  const document = (read(text) as { Message?: unknown; message?: unknown } | undefined) ?? {};
  const message = String(document.Message ?? document.message ?? text);
  return new InvocationFailed(`Lambda.${type}`, `${message} (Service: Lambda, Status Code: ${status})`);
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
