import { rejected, unavailable } from "@yigong/application/ports/channel-fault.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How an adapter reaches the network; `fetch` is injected so that tests need none. */
export interface Http {
  fetch: Fetch;
  /** After this long a request counts as unavailable. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** Answers beyond this are not read: no channel of ours says more. */
const LONGEST_ANSWER = 16_384;

/** Statuses worth a retry; the other 4xx are final. */
const laterStatus = (status: number): boolean => status >= 500 || status === 408 || status === 425 || status === 429;

interface Post {
  /** The channel's name in errors; the address holds secrets and is never shown. */
  channel: string;
  url: string;
  headers?: Record<string, string>;
  json: unknown;
}

/**
 * Posts JSON and hands back what was answered.
 *
 * @returns the parsed answer, or undefined when it is not JSON
 * @throws `channel.unavailable` for lost connections, timeouts, 5xx, 408, 425 and 429; `channel.rejected` for other
 * statuses than 2xx
 */
export async function postJson({ fetch, timeoutMs = TIMEOUT_MS }: Http, post: Post): Promise<unknown> {
  const { status, text } = await exchange(fetch, timeoutMs, post);
  if (laterStatus(status)) throw unavailable(post.channel, `answered ${status}`);
  if (status < 200 || status > 299) throw rejected(post.channel, `answered ${status}`);
  try {
    return JSON.parse(text.slice(0, LONGEST_ANSWER));
  } catch {
    return undefined;
  }
}

async function exchange(fetch: Fetch, timeoutMs: number, { channel, url, headers, json }: Post) {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", ...headers },
      body: JSON.stringify(json),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    const late = error instanceof Error && error.name === "TimeoutError";
    throw unavailable(channel, late ? `did not answer within ${timeoutMs} ms` : "cannot be reached");
  }
}
