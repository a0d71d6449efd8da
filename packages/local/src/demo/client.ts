/** Calls the API over HTTP with a member's token. @throws Error with the problem document's code and detail */
export interface Caller {
  get<Answer>(path: string): Promise<Answer>;
  /** @param fine - refusal codes that mean that the call was made before, which makes steps repeatable */
  send<Answer>(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown, options?: Options): Promise<Answer>;
}

interface Options {
  fine?: readonly string[];
  headers?: Record<string, string>;
}

async function answerOf<Answer>(response: Response, what: string, fine: readonly string[]): Promise<Answer> {
  const text = await response.text();
  const answer: unknown = text === "" ? undefined : JSON.parse(text);
  const { code = "", detail = "" } = (answer ?? {}) as { code?: string; detail?: string };
  if (response.ok || fine.includes(code)) return answer as Answer;
  throw new Error(`${what}: ${response.status} ${code} ${detail}`);
}

/** @param authorize - the bearer token of each call */
export function caller(origin: string, authorize: () => Promise<string>): Caller {
  const call = async <Answer>(method: string, path: string, body: unknown, { fine = [], headers = {} }: Options) => {
    const form = body instanceof FormData;
    const response = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await authorize()}`,
        ...(body === undefined || form ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    return answerOf<Answer>(response, `${method} ${path}`, fine);
  };
  return {
    get: (path) => call("GET", path, undefined, {}),
    send: (method, path, body, options = {}) => call(method, path, body, options),
  };
}
