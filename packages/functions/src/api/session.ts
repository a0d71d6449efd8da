import { createRoute, z } from "@hono/zod-openapi";
import { askCode, type StepUpDeps, stepUp } from "@yigong/application/session/step-up.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Session } from "@yigong/core/session/index.ts";
import type { Sessions } from "@yigong/core/session/session.store.ts";
import type { Context } from "hono";
import { actorOf, answers, body, type Env, pageOf, routes, security } from "../lib/edge.ts";
import { clearSessionCookie } from "../lib/session-cookie.ts";
import { readerLanguage, SessionView, sessionView } from "./session.view.ts";

const tags = ["Sessions"];
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const Ended = answers(z.object({ ended: z.int() }), "How many sessions have ended");

/** Whose session this is. @throws `permission.denied`, `token.out_of_scope` */
const ownerOf = (c: Context<Env>): string => {
  const { memberId } = actorOf(c);
  allow(actorOf(c), "session.own", { ownerId: memberId });
  return memberId;
};

/** The session by which something is asked. @throws `auth.no_session` for a bearer token */
function currentOf(c: Context<Env>): Session.Info {
  ownerOf(c);
  const session = c.get("session");
  if (session) return session;
  throw new Refusal("conflict", "auth.no_session", "This is for browsers that are signed in; a token has no session.");
}

export interface SessionRouteDeps extends StepUpDeps {
  sessions: Sessions;
  now: () => string;
}

/** Where I am signed in, and a fresh one-time code for what is delicate. */
export const sessionRoutes = (deps: SessionRouteDeps) =>
  routes()
    .openapi(
      createRoute({
        ...route("/me/sessions", "Where I am signed in, the newest first"),
        method: "get",
        request: { query: PageRequest },
        responses: answers(pageOf(SessionView), "My sessions, without those that are over"),
      }),
      async (c) => {
        const { items, cursor } = await deps.sessions.ofMember(ownerOf(c), c.req.valid("query"));
        const live = items.filter((session) => Session.timeOver(session, deps.now()) === undefined);
        return c.json({ items: live.map((session) => sessionView(c, session)), cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/sessions", "Sign me out everywhere but here"),
        method: "delete",
        responses: Ended,
      }),
      async (c) => c.json({ ended: await deps.sessions.revokeOthers(ownerOf(c), c.get("session")?.id) }, 200),
    )
    .openapi(
      createRoute({ ...route("/me/sessions/current", "Sign me out here"), method: "delete", responses: Ended }),
      async (c) => {
        await deps.sessions.forget(currentOf(c).id);
        clearSessionCookie(c);
        return c.json({ ended: 1 }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/sessions/{id}", "Sign me out on one device"),
        method: "delete",
        request: { params: z.object({ id: Session.Id }) },
        responses: Ended,
      }),
      async (c) => {
        await deps.sessions.revoke(ownerOf(c), c.req.valid("param").id);
        return c.json({ ended: 1 }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/step-up/code", "Send me a one-time code, for what asks for `auth.step_up_needed`"),
        method: "post",
        responses: answers(z.object({ expiresAt: Instant }), "Until when the code may be entered"),
      }),
      async (c) => {
        const { id: sessionId, memberId } = currentOf(c);
        const { expiresAt } = await askCode(deps, { memberId, sessionId, language: readerLanguage(c) }, deps.now());
        return c.json({ expiresAt }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/step-up", "Enter the one-time code"),
        method: "post",
        request: body(z.object({ code: z.string().trim().min(1).max(20) })),
        responses: answers(z.object({ until: Instant }), "Until when it counts"),
      }),
      async (c) => {
        const { id: sessionId, memberId } = currentOf(c);
        const until = await stepUp(deps, { memberId, sessionId, ...c.req.valid("json") }, deps.now());
        return c.json({ until }, 200);
      },
    );
