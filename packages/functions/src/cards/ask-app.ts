import { rejected, unavailable } from "@yigong/application/ports/channel-fault.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Answer, Fetch } from "../sign-in/ask-provider.ts";

const TIMEOUT_MS = 8_000;
const LONGEST_ANSWER = 65_536;

interface Ask {
  /** The app's name in errors; addresses and headers hold tokens and are never shown. */
  app: string;
  url: string;
  method: "POST" | "PUT" | "PATCH";
  headers?: Record<string, string>;
  json: object;
  signal?: AbortSignal | undefined;
}

/** Sends JSON to an office app and hands back the object that it answers. @throws `channel.unavailable` for what may work later */
export async function askApp(fetch: Fetch, { app, url, method, headers = {}, json, signal }: Ask): Promise<Answer> {
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const lost = () => unavailable(app, "cannot be reached");
  const response = await fetch(url, {
    method,
    headers: { accept: "application/json", "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(json),
    redirect: "error",
    signal: signal ? AbortSignal.any([signal, limit]) : limit,
  }).catch(() => {
    throw lost();
  });
  if (response.status >= 500 || response.status === 429) throw unavailable(app, `answered ${response.status}`);
  const text = await response.text().catch(() => {
    throw lost();
  });
  try {
    const answer: unknown = text.length > LONGEST_ANSWER ? undefined : JSON.parse(text);
    if (typeof answer === "object" && answer !== null && !Array.isArray(answer)) return { ...answer };
  } catch {
    // What is no JSON comes from somebody between the app and us.
  }
  throw unavailable(app, "answered in a form that is not known");
}

/** The app's token, or why there is none in the words of a channel. @throws `channel.unavailable`, `channel.rejected` */
export async function tokenOf(app: string, token: { get(): Promise<string> }): Promise<string> {
  try {
    return await token.get();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "identity.provider_refused") throw rejected(app, "does not take the app's own credentials");
    throw unavailable(app, "cannot be reached");
  }
}
