import { providerDown } from "./refusals.ts";

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

const TIMEOUT_MS = 8_000;
const LONGEST_ANSWER = 65_536;

/** An answer, whatever its status: the office systems say in the body what went wrong. */
export type Answer = Readonly<Record<string, unknown>>;

/**
 * Asks a provider and hands back the object that it answers.
 *
 * Addresses hold tokens and codes, so nothing of an error is passed on but its kind.
 * @throws `identity.provider_down`
 */
export async function askProvider(
  fetch: Fetch,
  {
    url,
    query = {},
    json,
    headers = {},
  }: { url: string; query?: Record<string, string>; json?: object; headers?: Record<string, string> },
): Promise<Answer> {
  const address = new URL(url);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const init: RequestInit = {
    headers: { accept: "application/json", ...(json && { "content-type": "application/json" }), ...headers },
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(json && { method: "POST", body: JSON.stringify(json) }),
  };
  const text = await fetch(address.href, init)
    .then((response) => (response.status < 500 ? response.text() : ""))
    .catch(() => {
      throw providerDown();
    });
  if (text.length > LONGEST_ANSWER) throw providerDown();
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === "object" && answer !== null && !Array.isArray(answer)) return answer as Answer;
  } catch {
    // What is no JSON comes from somebody between the provider and us.
  }
  throw providerDown();
}

/** Text of an answer; undefined for everything else, empty text included. */
export const textIn = (answer: Answer, name: string): string | undefined => {
  const value = answer[name];
  return typeof value === "string" && value !== "" ? value : undefined;
};

export const objectIn = (answer: Answer, name: string): Answer => {
  const value = answer[name];
  return typeof value === "object" && value !== null ? (value as Answer) : {};
};

export const numberIn = (answer: Answer, name: string): number => {
  const value = Number(answer[name] ?? 0);
  return Number.isFinite(value) ? value : -1;
};
