import { holderFrom } from "@yigong/application/session/find-holder.ts";
import { findSession } from "@yigong/application/session/find-session.ts";
import { TOKEN_PREFIX } from "@yigong/application/token/create-token.ts";
import { findToken } from "@yigong/application/token/find-token.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { isEmployedOn, type Info as Member } from "@yigong/core/member/member.ts";
import { type Actor, grantsAt, outOfScope } from "@yigong/core/permission/policy.ts";
import type { Sessions } from "@yigong/core/session/session.store.ts";
import type { Info as Session } from "@yigong/core/session/session.ts";
import { isSteppedUp } from "@yigong/core/session/session.ts";
import type { Tokens } from "@yigong/core/token/token.store.ts";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { jwtVerify, SignJWT } from "jose";
import type { Env } from "../lib/edge.ts";
import { requireOwnOrigin } from "../lib/own-origin.ts";
import { sessionSecretOf } from "../lib/session-cookie.ts";

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

const unauthenticated = (message: string) => new Refusal("unauthenticated", "auth.unauthenticated", message);

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
    throw unauthenticated("The token is not valid here, or no longer. Sign in again.");
  }
  throw unauthenticated("The token names nobody. Sign in again.");
}

/** What signing in asks of the roster. */
export interface SignInDeps {
  secret: Uint8Array;
  now: () => string;
  members: {
    /** As of a moment ago. */
    find(id: string): Promise<Member | undefined>;
    getMany(ids: readonly string[]): Promise<Member[]>;
    byEmployeeNumber(employeeNumber: string): Promise<Member | undefined>;
    withRole(role: "administrator"): Promise<readonly Member[]>;
  };
  sessions: Pick<Sessions, "find" | "seen" | "forget">;
  tokens: Pick<Tokens, "find" | "used" | "forget">;
  dayOf: (at: string) => string;
  /** Where people reach us. */
  origin: () => string;
}

export interface SignedIn {
  actor: Actor;
  member?: Member;
  session?: Session;
  /** The actions for which a program's token was made. */
  actions?: readonly string[];
}

const administers = (member: Member, at: string): boolean =>
  grantsAt(member.roles, at).some(({ role, deputyFor }) => role === "administrator" && deputyFor === undefined);

async function setUp({ members, dayOf }: SignInDeps, at: string): Promise<SignedIn> {
  const known = await members.withRole("administrator");
  if (known.some((member) => isEmployedOn(member, dayOf(at)) && administers(member, at)))
    throw unauthenticated("This installation has an administrator: sign in as somebody on the roster.");
  const grants = [{ role: "administrator", scope: { kind: "all" }, from: "1970-01-01T00:00:00.000Z" }] as const;
  return { actor: { memberId: SETUP, grants } };
}

async function actorFor(deps: SignInDeps, subject: string, at: string): Promise<SignedIn> {
  if (subject === SETUP) return setUp(deps, at);
  const [, employeeNumber] = /^employee:(.+)$/.exec(subject) ?? [];
  const { members } = deps;
  const member = employeeNumber ? await members.byEmployeeNumber(employeeNumber) : await members.find(subject);
  if (!member || (member.leftOn !== undefined && member.leftOn <= deps.dayOf(at)))
    throw unauthenticated("This person is not on the roster, or no longer.");
  const { actor } = await holderFrom(deps, member, at);
  return { actor, member };
}

/**
 * Who holds a token that `tokenFor` made, or for whom a program acts by one that a person made.
 *
 * @throws `auth.unauthenticated`
 */
export async function holderOf(deps: SignInDeps, token: string): Promise<SignedIn> {
  const at = deps.now();
  if (!token.startsWith(TOKEN_PREFIX)) return actorFor(deps, await subjectOf(token, deps.secret, at), at);
  const { actor, member, token: found } = await findToken({ ...deps, findRecent: deps.members.find }, token, at);
  return { actor, member, actions: found.actions };
}

/**
 * Who holds a session's secret.
 *
 * @throws `auth.session_ended`
 */
export const inSession = (deps: SignInDeps, secret: string): Promise<SignedIn> =>
  findSession({ ...deps, findRecent: deps.members.find }, secret, deps.now());

/**
 * Who sends a request: a program by its bearer token, which goes before a cookie, or a browser by the cookie of its session.
 *
 * @throws `auth.unauthenticated`, `auth.session_ended`, `origin.foreign`
 */
export async function senderOf(deps: SignInDeps, c: Context): Promise<SignedIn> {
  const [scheme, token] = (c.req.header("authorization") ?? "").split(" ");
  if (scheme?.toLowerCase() === "bearer" && token) return holderOf(deps, token);
  const secret = scheme ? undefined : sessionSecretOf(c);
  if (secret === undefined) throw unauthenticated("Sign in, or send a bearer token.");
  requireOwnOrigin(c, deps.origin());
  return inSession(deps, secret);
}

/** The actions of a token, which notes whether one of them was asked for. */
function scopeOf(actions: readonly string[]) {
  const allowed = new Set(actions);
  const scope = {
    wasAsked: false,
    has(action: string) {
      const has = allowed.has(action);
      scope.wasAsked ||= has;
      return has;
    },
  };
  return scope;
}

/**
 * Finds out who calls. Roles are read from the roster at each request, so that taking one away works within a second.
 *
 * What a program is answered without any of its token's actions being asked for is withheld: a route that asks no
 * permission is for people.
 * @throws as `senderOf`, `token.out_of_scope`
 */
export const signedIn = (deps: SignInDeps) =>
  createMiddleware<Env>(async (c, next) => {
    const { actor, member, session, actions } = await senderOf(deps, c);
    const only = actions && scopeOf(actions);
    c.set("actor", only ? { ...actor, only } : actor);
    c.set("member", member);
    c.set("session", session);
    c.set("stepUpNeeded", session !== undefined && !isSteppedUp(session, deps.now()));
    c.set("isProgram", only !== undefined);
    await next();
    if (only?.wasAsked === false && c.res.ok) throw outOfScope();
  });
