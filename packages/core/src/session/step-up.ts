import * as z from "zod";
import { Refusal } from "../lib/error.ts";
import { Instant, plusHours } from "../lib/time.ts";

/** How long a code may be typed. */
export const CODE_MINUTES = 10;
/** Codes that are compared with one that was sent. */
export const MOST_TRIES = 5;
/** How long a right code counts. */
export const STEP_UP_MINUTES = 15;
/** A second click within this time sends no second code. */
export const AGAIN_SECONDS = 30;
/** Codes in a day: a thief of a cookie who guesses all day long is right once in 13,000 days. */
export const MOST_CODES = 15;
const DAY_HOURS = 24;

const plusMinutes = (at: string, minutes: number) => plusHours(at, minutes / 60);

/** The one-time code that somebody was last sent: what it is follows from its number and a secret, and is in no row. */
export const Info = z.object({
  memberId: z.string(),
  /** The session that asked for it, and alone may use it. */
  sessionId: z.string(),
  /** Counted up with each code. */
  number: z.int().positive(),
  /** When codes were asked for of late, the oldest first. */
  askedAt: z.array(Instant),
  expiresAt: Instant,
  /** Codes that were tried, each counted before anybody looked at it. */
  tries: z.int().nonnegative(),
  used: z.boolean(),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** A session of a member. */
export interface Asking {
  memberId: string;
  sessionId: string;
}

const lastAsked = ({ askedAt }: Info): string => askedAt.at(-1) ?? "";

/**
 * Asks for a code. Within half a minute after the last one, which is still good, the row is handed back as it is.
 *
 * @throws `auth.too_many_codes`
 */
export function ask(before: Info | undefined, { memberId, sessionId }: Asking, at: string): Info {
  if (before && isOpenFor(before, sessionId, at) && at < plusHours(lastAsked(before), AGAIN_SECONDS / 3600))
    return before;
  const recent = (before?.askedAt ?? []).filter((one) => at < plusHours(one, DAY_HOURS));
  const [first] = recent;
  if (first !== undefined && recent.length >= MOST_CODES)
    throw new Refusal(
      "limited",
      "auth.too_many_codes",
      `${MOST_CODES} codes were sent to you within a day. Ask for the next one after ${plusHours(first, DAY_HOURS)}.`,
    );
  return {
    ...{ memberId, sessionId, number: (before?.number ?? 0) + 1, askedAt: [...recent, at] },
    ...{ expiresAt: plusMinutes(at, CODE_MINUTES), tries: 0, used: false, version: before?.version ?? 0 },
  };
}

const isOpenFor = (row: Info, sessionId: string, at: string): boolean =>
  !row.used && row.sessionId === sessionId && at < row.expiresAt && row.tries < MOST_TRIES;

/** Whether a code is still worth sending. */
export const isWorthSending = (row: Info | undefined, number: number, at: string): row is Info =>
  row !== undefined && row.number === number && !row.used && at < row.expiresAt;

const noCode = () =>
  new Refusal(
    "conflict",
    "auth.no_code",
    "There is no code to compare with: it was used, has expired, or was sent for another device. Ask for a new one.",
  );

/**
 * Counts a code before anybody looks at it: counted afterwards, all that are sent at once would be compared.
 *
 * @throws `auth.no_code`, `auth.too_many_tries`
 */
export function tried(row: Info | undefined, sessionId: string, at: string): Info {
  if (row?.sessionId !== sessionId || row.used || at >= row.expiresAt) throw noCode();
  if (row.tries >= MOST_TRIES)
    throw new Refusal("limited", "auth.too_many_tries", `${MOST_TRIES} codes were tried. Ask for a new one.`);
  return { ...row, tries: row.tries + 1 };
}

/** The refusal of a code that is not the one that was sent. */
export const wrongCode = ({ tries }: Info): Refusal =>
  new Refusal(
    "forbidden",
    "auth.wrong_code",
    tries < MOST_TRIES
      ? `This is not the code that was sent last. ${MOST_TRIES - tries} tries are left.`
      : "This is not the code that was sent last. Ask for a new one.",
  );

/** Uses a code that was right, once. @throws `auth.no_code` */
export function used(row: Info, number: number): Info {
  if (row.number !== number || row.used) throw noCode();
  return { ...row, used: true };
}

/** Until when a code that was right at an instant counts. */
export const countsUntil = (at: string): string => plusMinutes(at, STEP_UP_MINUTES);

/** What a session has to do first. */
export const needed = (): Refusal =>
  new Refusal(
    "forbidden",
    "auth.step_up_needed",
    "This needs a fresh one-time code. Ask for one, enter it, and do this again: it is good for a quarter of an hour.",
  );
