import { Refusal } from "@yigong/core/lib/error.ts";
import { onError, problem } from "@yigong/functions/api/problem.ts";
import { holderOf, type SignInDeps, tokenFor } from "@yigong/functions/api/sign-in.ts";
import { languageOf } from "@yigong/functions/lib/accept-language.ts";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { HEADERS } from "../inbox/style.ts";
import { sameOriginOnly } from "./known-host.ts";
import { type SignInView, signInPage } from "./sign-in-page.ts";
import { webRefusal } from "./web.refusals.ts";

/** What shows other people's data, or the inside of the system, without asking who looks. */
export const OWN_PAGES = [
  "/inbox",
  "/inbox.json",
  "/executions",
  "/executions/*",
  "/api/docs",
  "/api/docs/*",
  "/api/openapi.json",
  "/development/*",
];

const COOKIE = "yigong_pages";
const COOKIE_HOURS = 1;
const TOKEN_BYTES = 8 * 1024;
const [START_PAGE = "/"] = OWN_PAGES;

/**
 * Closes this machine's own pages to all but people with a role, for a server that others reach.
 *
 * A program sends its bearer token. A browser pastes the token once at `/sign-in` and has a cookie for an hour, which is
 * good for these pages only. Sign-in by password or office system would take the place of that form.
 */
export const ownPages = (deps: SignInDeps, report: (what: string, error: unknown) => void) => {
  const pages = new Hono().onError(onError((error, route) => report(`request ${route}`, error)));
  for (const path of OWN_PAGES) pages.use(path, peopleWithRole(deps));
  return pages
    .get("/sign-in", (c) => answer(c, { to: targetOf(c.req.query("to")) }, 200))
    .post("/sign-in", sameOriginOnly, bodyLimit({ maxSize: TOKEN_BYTES }), async (c) => {
      const form = await c.req.parseBody();
      const to = targetOf(form.to);
      const memberId = await holderWithRole(deps, String(form.token ?? "").trim());
      if (!memberId) return answer(c, { to, isRefused: true }, 403);
      setCookie(c, COOKIE, await tokenFor(memberId, { secret: deps.secret, at: deps.now(), hours: COOKIE_HOURS }), {
        httpOnly: true,
        sameSite: "Strict",
        path: "/",
        maxAge: COOKIE_HOURS * 3600,
        secure: new URL(c.req.url).protocol === "https:",
      });
      return c.redirect(to, 303);
    });
};

/** The id of the member with a role who holds a token, if one does. */
async function holderWithRole(deps: SignInDeps, token: string): Promise<string | undefined> {
  try {
    const { actor } = await holderOf(deps, token);
    return actor.grants.length > 0 ? actor.memberId : undefined;
  } catch (error) {
    if (error instanceof Refusal && error.kind === "unauthenticated") return undefined;
    throw error;
  }
}

const bearerOf = (header = ""): string | undefined => /^bearer (\S+)$/i.exec(header)?.[1];

const peopleWithRole = (deps: SignInDeps) =>
  createMiddleware(async (c, next) => {
    const bearer = bearerOf(c.req.header("authorization"));
    const cookie = c.req.method === "GET" ? getCookie(c, COOKIE) : undefined;
    const token = bearer ?? cookie;
    if (token && (await holderWithRole(deps, token))) return await next();
    if (!bearer && c.req.method === "GET" && c.req.header("accept")?.includes("text/html"))
      return answer(c, { to: targetOf(c.req.path) }, 401);
    return problem(c, webRefusal("auth.unauthenticated"));
  });

/** A page of ours to go to, never another site. */
const targetOf = (asked: unknown): string =>
  typeof asked === "string" && /^\/(?:inbox|executions|api\/docs)(?:\/[\w./:-]*)?$/.test(asked) ? asked : START_PAGE;

function answer(c: Context, view: Omit<SignInView, "language">, status: 200 | 401 | 403) {
  const language = languageOf(c.req.query("lang"), c.req.header("accept-language"));
  return c.html(signInPage({ language, ...view }), status, HEADERS);
}
