import { type SETUP, tokenFor } from "@yigong/functions/api/sign-in.ts";
import { memberIdOf, type Person } from "../sample/person.ts";

/** Whoever acts: somebody of the roster by name or number, by id or employee number, or whoever sets an installation up. */
export type Actor = Person | `mem_${string}` | `employee:${string}` | typeof SETUP;

/** What a request came to. */
export interface Answer {
  status: number;
  /** JSON as `Response.json` types it: tests look into answers of every shape. */
  body: Awaited<ReturnType<Response["json"]>>;
}

type Web = { request(path: string, init: RequestInit): Response | Promise<Response> };

const subjectOf = (actor: Actor): string =>
  typeof actor === "number" || !/^(mem_|employee:|setup$)/.test(actor) ? memberIdOf(actor as Person) : actor;

const contentOf = (body: unknown) => {
  if (body === undefined) return {};
  if (body instanceof FormData) return { body };
  return { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
};

export async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = /[/+]json\b/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, body: isJson ? JSON.parse(text) : text || undefined };
}

/** Requests to the API by somebody who is signed in; paths without `/api/v1`. */
export function whenOn({ web, secret, now }: { web: () => Promise<Web>; secret: Uint8Array; now: () => string }) {
  return (actor: Actor) => {
    const request = async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
      const authorization = `Bearer ${await tokenFor(subjectOf(actor), { secret, at: now() })}`;
      const { headers, ...content } = { headers: {}, ...contentOf(body) };
      const init = { method, headers: { authorization, ...headers, ...more }, ...content };
      return (await web()).request(`/api/v1${path}`, init);
    };
    const send = async (...asked: Parameters<typeof request>) => answerOf(await request(...asked));
    return {
      request,
      send,
      get: (path: string) => send("GET", path),
      post: (path: string, body?: unknown, headers?: Record<string, string>) => send("POST", path, body, headers),
      put: (path: string, body?: unknown) => send("PUT", path, body),
      patch: (path: string, body?: unknown) => send("PATCH", path, body),
      delete: (path: string) => send("DELETE", path),
    };
  };
}
