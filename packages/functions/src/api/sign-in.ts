import { grantsInForce, isEmployedOn, type Info as Member, principalsOf } from "@yigong/core/member/member.ts";
import { type Actor, grantsAt } from "@yigong/core/permission/policy.ts";
import { createMiddleware } from "hono/factory";
import { jwtVerify, SignJWT } from "jose";
import { edgeRefusal } from "../lib/edge.refusals.ts";
import type { Env } from "../lib/edge.ts";

const ALGORITHM = "HS256";
const AUDIENCE = "yigong-api";

/** Who may set an installation up: an administrator without a name, while nobody on the roster is one. */
export const SETUP = "setup";

/**
 * A bearer token, signed with the installation's secret.
 *
 * @param subject - a member's id, `employee:` and a number, or `setup`
 * @param at - issued at, ISO-8601 UTC; `hours` later it expires
 */
export const tokenFor = (
  subject: string,
  { secret, at, hours = 12 }: { secret: Uint8Array; at: string; hours?: number },
): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(subject)
    .setAudience(AUDIENCE)
    .setIssuedAt(Math.floor(Date.parse(at) / 1000))
    .setExpirationTime(Math.floor(Date.parse(at) / 1000) + hours * 3600)
    .sign(secret);

const keys = new WeakMap<Uint8Array, Promise<CryptoKey>>();

/** Made once for each secret: making it costs more than checking a signature. */
function keyOf(secret: Uint8Array): Promise<CryptoKey> {
  const known = keys.get(secret);
  if (known !== undefined) return known;
  const bytes = new Uint8Array(secret);
  const made = crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  keys.set(secret, made);
  return made;
}

async function subjectOf(token: string, secret: Uint8Array, at: string): Promise<string> {
  try {
    const { payload } = await jwtVerify(token, await keyOf(secret), {
      algorithms: [ALGORITHM],
      audience: AUDIENCE,
      currentDate: new Date(at),
    });
    if (payload.sub) return payload.sub;
  } catch {
    throw edgeRefusal("auth.unauthenticated/token");
  }
  throw edgeRefusal("auth.unauthenticated/nobody");
}

/** What signing in asks of the roster. */
export interface SignInDeps {
  secret: Uint8Array;
  now: () => string;
  members: {
    find(id: string): Promise<Member | undefined>;
    byEmployeeNumber(employeeNumber: string): Promise<Member | undefined>;
    withRole(role: "administrator"): Promise<readonly Member[]>;
  };
  dayOf: (at: string) => string;
}

interface SignedIn {
  actor: Actor;
  member?: Member;
}

const administers = (member: Member, at: string): boolean =>
  grantsAt(member.roles, at).some(({ role, deputyFor }) => role === "administrator" && deputyFor === undefined);

async function setUp({ members, dayOf }: SignInDeps, at: string): Promise<SignedIn> {
  const known = await members.withRole("administrator");
  if (known.some((member) => isEmployedOn(member, dayOf(at)) && administers(member, at)))
    throw edgeRefusal("auth.unauthenticated/setUp");
  const grants = [{ role: "administrator", scope: { kind: "all" }, from: "1970-01-01T00:00:00.000Z" }] as const;
  return { actor: { memberId: SETUP, grants } };
}

async function actorFor(deps: SignInDeps, subject: string, at: string): Promise<SignedIn> {
  if (subject === SETUP) return setUp(deps, at);
  const [, employeeNumber] = /^employee:(.+)$/.exec(subject) ?? [];
  const { members } = deps;
  const member = employeeNumber ? await members.byEmployeeNumber(employeeNumber) : await members.find(subject);
  if (!member || (member.leftOn !== undefined && member.leftOn <= deps.dayOf(at)))
    throw edgeRefusal("auth.unauthenticated/left");
  const found = await Promise.all(principalsOf(member).map((id) => members.find(id)));
  const principals = found.filter((one) => one !== undefined);
  const grants = grantsInForce(member, { principals, at, day: deps.dayOf(at) });
  return { actor: { memberId: member.id, name: member.name, grants }, member };
}

/**
 * Who holds a token that `tokenFor` made.
 *
 * @throws `auth.unauthenticated`
 */
export async function holderOf(deps: SignInDeps, token: string): Promise<SignedIn> {
  const at = deps.now();
  return await actorFor(deps, await subjectOf(token, deps.secret, at), at);
}

/**
 * Finds out who calls. Roles are read from the roster at each request, so that taking one away works within a second.
 *
 * @throws `auth.unauthenticated`
 */
export const signedIn = (deps: SignInDeps) =>
  createMiddleware<Env>(async (c, next) => {
    const [scheme, token] = (c.req.header("authorization") ?? "").split(" ");
    if (scheme?.toLowerCase() !== "bearer" || !token) throw edgeRefusal("auth.unauthenticated");
    const { actor, member } = await holderOf(deps, token);
    c.set("actor", actor);
    c.set("member", member);
    await next();
  });
