import { Refusal } from "@yigong/core/lib/error.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { type Actor, grantsAt } from "@yigong/core/permission/policy.ts";
import { createMiddleware } from "hono/factory";
import { jwtVerify, SignJWT } from "jose";
import type { Env } from "../lib/edge.ts";

const ALGORITHM = "HS256";
const AUDIENCE = "yigong-api";

/**
 * A bearer token for a member, signed with the installation's secret.
 *
 * @param at - issued at, ISO-8601 UTC; `hours` later it expires
 */
export const tokenFor = (
  memberId: string,
  { secret, at, hours = 12 }: { secret: Uint8Array; at: string; hours?: number },
): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(memberId)
    .setAudience(AUDIENCE)
    .setIssuedAt(Math.floor(Date.parse(at) / 1000))
    .setExpirationTime(Math.floor(Date.parse(at) / 1000) + hours * 3600)
    .sign(secret);

const unauthenticated = (message: string) => new Refusal("unauthenticated", "auth.unauthenticated", message);

async function subjectOf(token: string, secret: Uint8Array, at: string): Promise<string> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
      currentDate: new Date(at),
    });
    if (payload.sub) return payload.sub;
  } catch {
    throw unauthenticated("The token is not valid here, or no longer. Sign in again.");
  }
  throw unauthenticated("The token names nobody. Sign in again.");
}

/**
 * Finds out who calls. Roles are read from the roster at each request, so that taking one away works at once.
 *
 * @throws `auth.unauthenticated`
 */
export const signedIn = (deps: {
  secret: Uint8Array;
  now: () => string;
  members: { find(id: string): Promise<Member | undefined> };
  dayOf: (at: string) => string;
}) =>
  createMiddleware<Env>(async (c, next) => {
    const [scheme, token] = (c.req.header("authorization") ?? "").split(" ");
    if (scheme?.toLowerCase() !== "bearer" || !token) throw unauthenticated("Send a bearer token.");
    const at = deps.now();
    const member = await deps.members.find(await subjectOf(token, deps.secret, at));
    if (!member || (member.leftOn !== undefined && member.leftOn <= deps.dayOf(at)))
      throw unauthenticated("This person is no longer on the roster.");
    const actor: Actor = { memberId: member.id, grants: grantsAt(member.roles, at) };
    c.set("actor", actor);
    await next();
  });
