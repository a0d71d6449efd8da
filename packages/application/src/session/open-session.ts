import type { Sessions } from "@yigong/core/session/session.store.ts";
import * as Session from "@yigong/core/session/session.ts";
import { findHolder, type HolderDeps } from "./find-holder.ts";
import { digestOf, isSecret, newSecret } from "./secret.ts";

export interface OpenDeps extends HolderDeps {
  sessions: Pick<Sessions, "open" | "forget">;
  random: (digits: number) => string;
}

/** Who signed in, and how. */
export interface SignedInBy {
  memberId: string;
  way: Session.Way;
  /** The user agent. */
  device: string | undefined;
  /** ISO-8601 UTC. */
  at: string;
  /** The secret of the session that the browser had before: it ends, whoever's it was. */
  replaced?: string | undefined;
}

/**
 * Opens a session for somebody who has proved who they are.
 *
 * Its secret is made here and is never one that a browser brought along.
 * @throws `auth.session_ended` for who is not on the roster, or no longer
 */
export async function openSession(deps: OpenDeps, by: SignedInBy): Promise<{ secret: string; session: Session.Info }> {
  const { memberId, way, device: userAgent, at, replaced } = by;
  const holder = await findHolder(deps, memberId, at);
  if (!holder?.isEmployed) throw Session.ended("left");
  const secret = newSecret(deps.random);
  const session = Session.open({ id: digestOf(secret), memberId, way, roles: holder.roles, userAgent }, at);
  await deps.sessions.open(session);
  if (replaced !== undefined && isSecret(replaced)) await deps.sessions.forget(digestOf(replaced));
  return { secret, session };
}
