import { rejected, unavailable } from "@yigong/application/ports/channel-fault.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How an adapter reaches the network; `fetch` is injected so that tests need none. */
export interface Http {
  fetch: Fetch;
  /** After this long, in milliseconds, a request counts as unavailable, whatever was answered of it. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** Nothing of an answer is read beyond this: no channel says more. */
const LONGEST_ANSWER = 65_536;

/** Statuses worth a retry; the other 4xx are final. */
const laterStatus = (status: number): boolean => status >= 500 || status === 408 || status === 425 || status === 429;

export interface Post {
  /** The channel's name in errors; the address holds secrets and is never shown. */
  channel: string;
  url: string;
  headers?: Record<string, string>;
  json: unknown;
  /** Aborted when there is no more time. */
  signal?: AbortSignal | undefined;
}

/**
 * Posts JSON and hands back what was answered.
 *
 * @returns the parsed answer, or undefined when it is not JSON, or longer than 64 kB
 * @throws `channel.unavailable` for lost connections, timeouts, 5xx, 408, 425 and 429; `channel.rejected` for other
 * statuses than 2xx
 */
export const postJson = (http: Http, post: Post): Promise<unknown> => exchange(http, post, jsonOf);

/** Posts JSON to whom a status says everything; the rest of the answer is not read. @throws as `postJson` does */
export const postForStatus = (http: Http, post: Post): Promise<void> => exchange(http, post, discard);

async function exchange<Read>(
  { fetch, timeoutMs = TIMEOUT_MS }: Http,
  { channel, url, headers, json, signal }: Post,
  read: (response: Response) => Promise<Read>,
): Promise<Read> {
  const limit = AbortSignal.timeout(timeoutMs);
  const lost = (error: unknown) => {
    const late = error instanceof Error && error.name === "TimeoutError";
    return unavailable(channel, late ? `did not answer within ${timeoutMs} ms` : "cannot be reached");
  };
  const init = {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(json),
    redirect: "error",
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  } as const;
  const response = await fetch(url, init).catch((error: unknown) => {
    throw lost(error);
  });
  const { status } = response;
  if (status >= 200 && status <= 299)
    return read(response).catch((error: unknown) => {
      throw lost(error);
    });
  await discard(response);
  throw laterStatus(status)
    ? unavailable(channel, `answered ${status}`)
    : rejected(channel, `answered ${status}`, status);
}

/** Ends an answer without waiting for its end, which may never come. */
async function discard({ body }: Response): Promise<void> {
  await body?.cancel().catch(() => undefined);
}

async function jsonOf(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop cancels the answer.
    if (length > LONGEST_ANSWER) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
}
