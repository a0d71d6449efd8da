import { openSession } from "@yigong/application/session/open-session.ts";
import type { Way } from "@yigong/core/session/session.ts";
import type { UseCases } from "@yigong/functions/composition/use-cases.ts";
import { memberIdOf, type Person } from "../sample/person.ts";
import { answerOf } from "./when.ts";

type Web = { request(path: string, init: RequestInit): Response | Promise<Response> };

/** WeCom on an iPhone, as it calls itself. */
export const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 wxwork/4.1.36 MicroMessenger/7.0.1";

/** Where the browsers of tests are: encrypted, so that cookies are those of an installation. */
export const SITE = "https://yigong.example";
export const COOKIE = "__Host-yigong";

/** What a browser adds to what our own pages send. */
export const OWN_PAGE = { origin: SITE, "sec-fetch-site": "same-origin" };

/** Requests by the cookie of a session. */
export function browserWith(web: () => Promise<Web>, secret: string) {
  const request = async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
    (await web()).request(`${SITE}${path}`, {
      method,
      headers: {
        cookie: `${COOKIE}=${secret}`,
        ...(method === "GET" ? {} : OWN_PAGE),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...more,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const send = async (...asked: Parameters<typeof request>) => answerOf(await request(...asked));
  return {
    secret,
    request,
    get: (path: string) => send("GET", `/api/v1${path}`),
    post: (path: string, body?: unknown) => send("POST", `/api/v1${path}`, body),
    delete: (path: string) => send("DELETE", `/api/v1${path}`),
  };
}

/** Signs somebody in, and hands back their browser. */
export const signingIn =
  (w: UseCases, web: () => Promise<Web>) =>
  async (person: Person, { device = PHONE, way = "wecom" }: { device?: string; way?: Way } = {}) => {
    const signedIn = { memberId: memberIdOf(person), way, device, at: w.now() };
    const { secret, session } = await openSession(w, signedIn);
    return { ...browserWith(web, secret), session };
  };
