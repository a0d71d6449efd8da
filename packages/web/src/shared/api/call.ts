import { readLanguage } from "../language.ts";
import { Refused, Unreached } from "./problem.ts";
import type { Answers, Route } from "./routes.ts";
import { isSamePerson, notePerson } from "./same-person.ts";

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;

/** What fills a route's path, asks its query and is its body. */
export interface Given<R extends string> {
  path?: Record<Names<R>, string>;
  query?: Record<string, string | number | undefined>;
  /** Sent as JSON, or as the form that it is. */
  body?: unknown;
  /** Of what was read when it was opened: what others changed since is not overwritten. */
  version?: number | undefined;
  /** Sending it twice does it once. */
  once?: string;
  signal?: AbortSignal;
}

type Arguments<R extends string> = [Names<R>] extends [never]
  ? [Given<R>?]
  : [Given<R> & { path: Record<Names<R>, string> }];

const BASE = "/api/v1";

function addressOf(path: string, { path: filled = {}, query = {} }: Given<string>): string {
  const named: Record<string, string> = filled;
  const full = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(named[name] ?? ""));
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return `${BASE}${full}${asked.length > 0 ? `?${new URLSearchParams(asked)}` : ""}`;
}

/** Where one signs in, and comes back to the page at hand. */
export const signInAddress = ({ pathname, search }: Location): string =>
  `/sign-in?next=${encodeURIComponent(pathname + search)}`;

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A gateway between us answered with a page of its own.
    if (response.ok) throw new Unreached("no JSON");
    return {};
  }
}

/** The page is being left; whoever waits is not told of a fault that nobody can read. */
function leaveFor(address: string): Promise<never> {
  location.assign(address);
  return new Promise(() => {});
}

/** This person signs out: what was still being read has no answer any more, and leads nowhere. */
let isSignedOut = false;
export async function signOut(home: string): Promise<void> {
  isSignedOut = true;
  try {
    await call("DELETE /me/sessions/current");
  } catch (error) {
    isSignedOut = false;
    throw error;
  }
  location.assign(home);
}

/** Somebody else has signed in: the page begins again as theirs. */
const startAgain = (): Promise<never> => leaveFor(location.href);

async function whoIsSignedIn(): Promise<string | undefined> {
  const answer = await fetch(`${BASE}/members/me`, { credentials: "same-origin" }).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const { id } = ((await answerOf(answer)) ?? {}) as { id?: string };
  return id;
}

/**
 * Calls a route of the API.
 *
 * @throws Refused with what the API said
 * @throws Unreached when no answer came
 */
export async function call<R extends Route>(route: R, ...[given = {}]: Arguments<R>): Promise<Answers[R]> {
  const [method = "GET", path = ""] = route.split(" ");
  const { body, once, signal, version } = given;
  const headers: Record<string, string> = { accept: "application/json", "accept-language": readLanguage() };
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers["content-type"] = "application/json";
  if (method !== "GET" && !(await isSamePerson(whoIsSignedIn))) return startAgain();
  if (once !== undefined) headers["idempotency-key"] = once;
  if (version !== undefined) headers["if-match"] = `"${version}"`;
  const sent = fetch(addressOf(path, given), {
    method,
    headers,
    credentials: "same-origin",
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  const response = await sent.catch((cause: unknown) => {
    if (signal?.aborted) throw cause;
    throw new Unreached("no answer", { cause });
  });
  const answer = await answerOf(response);
  if (response.status === 401) return isSignedOut ? new Promise(() => {}) : leaveFor(signInAddress(location));
  if (!response.ok) throw new Refused(response.status, (answer ?? {}) as object);
  if (route === "GET /members/me") notePerson((answer as Answers["GET /members/me"]).id);
  return answer as Answers[R];
}
