import * as z from "zod";
import { LANGUAGES } from "../language/catalogue.ts";
import { Instant, plusHours } from "../lib/time.ts";
import { identityRefusal } from "./identity.refusals.ts";
import { Identified } from "./identity.ts";

/** A code is good for so long, and may be tried so often. */
export const CODE_MINUTES = 10;
export const MOST_TRIES = 5;
const DIGITS = 6;

/**
 * A one-time code that somebody asked for. Nothing of the code is in it: it is derived from the id by a keyed hash when it
 * is sent, and again when it is tried.
 */
export const Challenge = z.object({
  /** 128 random bits in hexadecimal digits; the browser that asked has it in a cookie. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  purpose: z.enum(["signIn", "bind"]),
  /** As it was typed: whether somebody has this number is in `memberId`. */
  employeeNumber: z.string(),
  /** Absent when nobody has the number, or who has it left: then no code is right. */
  memberId: z.string().optional(),
  /** The account that becomes the person's by the right code. */
  account: Identified.optional(),
  /** Of the page on which it was asked for. */
  language: z.enum(LANGUAGES),
  askedAt: Instant,
  expiresAt: Instant,
  tries: z.int().nonnegative(),
  usedAt: Instant.optional(),
  version: z.int().nonnegative(),
});
export type Challenge = z.infer<typeof Challenge>;

/** HMAC-SHA-256 under a key that serves codes alone. Injected: the domain holds no secret. */
export type CodeHmac = (text: string) => Uint8Array;

/** The six digits of a challenge, the same each time that they are derived. */
export function codeOf(hmac: CodeHmac, id: string): string {
  const bytes = hmac(id);
  const value = bytes.subarray(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return String(value % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** Whether a code is the one of a challenge; by keyed hashes, so that no time tells how much of it is right. */
export function isRight(hmac: CodeHmac, { id, memberId }: Challenge, code: string): boolean {
  const sealed = (text: string) => Buffer.from(hmac(`${id} ${text}`)).toString("hex");
  const same = sealed(code) === sealed(codeOf(hmac, id));
  return same && memberId !== undefined;
}

/** A code that is asked for. @param at - ISO-8601 UTC */
export const ask = (
  asked: Pick<Challenge, "id" | "purpose" | "employeeNumber" | "memberId" | "account" | "language">,
  at: string,
): Challenge => ({ ...asked, askedAt: at, expiresAt: plusHours(at, CODE_MINUTES / 60), tries: 0, version: 0 });

/** The code is over: a new one has to be asked for. */
export const expired = () => identityRefusal("identity.code_expired");
export const wrong = () => identityRefusal("identity.code_wrong");

/**
 * Counts a try before anybody compares: counted afterwards, all that come at once would be compared.
 *
 * @throws `identity.code_expired` also when it was used, `identity.code_spent` after five tries
 */
export function counted(challenge: Challenge, at: string): Challenge {
  if (challenge.usedAt !== undefined || challenge.expiresAt <= at) throw expired();
  if (challenge.tries >= MOST_TRIES) throw identityRefusal("identity.code_spent", { most: MOST_TRIES });
  return { ...challenge, tries: challenge.tries + 1 };
}

/** Uses a code up. @throws `identity.code_expired` when it was used meanwhile */
export function used(challenge: Challenge, at: string): Challenge {
  if (challenge.usedAt !== undefined) throw expired();
  return { ...challenge, usedAt: at };
}
