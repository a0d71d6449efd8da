import { Refusal } from "@yigong/core/lib/error.ts";
import { outOfScope } from "@yigong/core/permission/policy.ts";
import { onError } from "@yigong/functions/api/problem.ts";
import { type SignInDeps, senderOf } from "@yigong/functions/api/sign-in.ts";
import { languageOf } from "@yigong/functions/lib/accept-language.ts";
import { type Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { HEADERS } from "../inbox/style.ts";
import { noRolePage } from "./no-role-page.ts";

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

/**
 * Closes this machine's own pages to all but people with a role: in development on loopback alone are they open.
 *
 * A browser has the session of who signed in, and is sent to sign in without one; a program sends its owner's bearer token.
 */
export const ownPages = (deps: SignInDeps, report: (what: string, error: unknown) => void) => {
  const pages = new Hono().onError(onError((error, route) => report(`request ${route}`, error)));
  for (const path of OWN_PAGES) pages.use(path, peopleWithRole(deps));
  return pages;
};

const wantsPage = (c: Context): boolean =>
  c.req.method === "GET" &&
  c.req.header("authorization") === undefined &&
  c.req.header("accept")?.includes("text/html") === true;

/** @throws `permission.denied`, `token.out_of_scope`, and as `senderOf` */
async function requireRole(deps: SignInDeps, c: Context): Promise<void> {
  const { actor, actions } = await senderOf(deps, c);
  if (actions) throw outOfScope();
  if (actor.grants.length === 0)
    throw new Refusal(
      "forbidden",
      "permission.denied",
      "This is for people with a role. Ask an administrator for one.",
    );
}

const peopleWithRole = (deps: SignInDeps) =>
  createMiddleware(async (c, next) => {
    try {
      await requireRole(deps, c);
    } catch (error) {
      if (!(error instanceof Refusal) || !wantsPage(c)) throw error;
      if (error.kind === "unauthenticated") return c.redirect(signInAt(c), 302);
      const language = languageOf(c.req.query("lang"), c.req.header("accept-language"));
      return c.html(noRolePage(language, signInAt(c)), 403, HEADERS);
    }
    await next();
  });

/** Where to sign in and come back from. */
function signInAt(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return `/sign-in?${new URLSearchParams({ next: pathname + search })}`;
}
