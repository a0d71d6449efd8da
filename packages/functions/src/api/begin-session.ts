import { type OpenDeps, openSession, type SignedInBy } from "@yigong/application/session/open-session.ts";
import type { Info as Session } from "@yigong/core/session/session.ts";
import type { Context } from "hono";
import { sessionSecretOf, setSessionCookie } from "../lib/session-cookie.ts";

/**
 * Signs a browser in as somebody who has proved who they are: a new secret each time, in place of the session that the
 * browser had.
 *
 * @throws as `openSession`
 */
export async function beginSession(
  c: Context,
  { now, ...deps }: OpenDeps & { now: () => string },
  { memberId, way }: Pick<SignedInBy, "memberId" | "way">,
): Promise<Session> {
  const [device, replaced] = [c.req.header("user-agent"), sessionSecretOf(c)];
  const { secret, session } = await openSession(deps, { memberId, way, device, at: now(), replaced });
  setSessionCookie(c, secret);
  return session;
}
