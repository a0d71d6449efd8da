import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Sessions } from "@yigong/core/session/session.store.ts";
import * as Session from "@yigong/core/session/session.ts";
import { type Found, findHolder, type HolderDeps, holderFrom } from "./find-holder.ts";
import { digestOf, isSecret } from "./secret.ts";

export interface FindDeps extends HolderDeps {
  sessions: Pick<Sessions, "find" | "seen" | "forget">;
  /** A member as read a moment ago, which is cheaper. */
  findRecent: (memberId: string) => Promise<Member | undefined>;
}

/** Who is signed in by a session. */
export interface InSession extends Found {
  session: Session.Info;
}

/**
 * Who holds a cookie's secret. What is over is taken away when it is first seen, so that it stays over.
 *
 * @param at - ISO-8601 UTC
 * @throws `auth.session_ended`
 */
export async function findSession(deps: FindDeps, secret: string, at: string): Promise<InSession> {
  const session = isSecret(secret) ? await deps.sessions.find(digestOf(secret)) : undefined;
  if (!session) throw Session.ended();
  const { holder, why } = await judge(deps, session, at);
  if (why !== undefined || !holder) {
    await deps.sessions.forget(session.id);
    throw Session.ended(why);
  }
  if (Session.isToBeSeen(session, at)) await deps.sessions.seen(session.id, at);
  return { ...holder, session };
}

async function judge(deps: FindDeps, session: Session.Info, at: string) {
  const recent = await deps.findRecent(session.memberId);
  const holder = recent && (await holderFrom(deps, recent, at));
  const over = holder ? Session.overBy(session, holder, at) : "left";
  // A row as of a moment ago may be one from before the roles with which somebody just signed in.
  if (over !== "rolesChanged" && over !== "left") return { holder, why: over };
  const now = await findHolder(deps, session.memberId, at);
  return { holder: now, why: now ? Session.overBy(session, now, at) : ("left" as const) };
}
