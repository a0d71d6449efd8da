import { createHash } from "node:crypto";
import { dayOf, instantOf, plusDays, plusHours, wallTimeOf } from "../lib/time.ts";
import type { Workdays } from "../workcalendar/workcalendar.ts";
import type { Kind } from "./kind.ts";

/** Local times of day. @source docs/domain.md Messages */
export const QUIET = { from: "21:00", urgentFrom: "22:00", until: "08:00", digestAt: "08:30" } as const;
/** Messages a person is sent a day, besides urgent ones and the digest. */
export const MOST_A_DAY = 2;
/** What speaks of an instant less than so long after it could go out is not held back. */
const AHEAD_HOURS = 2;
/** What waits for a morning leaves within so many minutes of it. */
const SPREAD_MINUTES = 10;

/** What tells when a message may go out. */
export interface Moment {
  now: string;
  zone: string;
  workdays: Pick<Workdays, "on" | "nextAfter">;
}

const timeOf = ({ now, zone }: Moment): string => wallTimeOf(now, zone).slice(11, 16);
const nextDay = (day: string, zone: string): string => dayOf(plusDays(instantOf(day, "12:00", zone), 1, zone), zone);

/** The part of the spread that falls to a key, always the same: two messages about one activity keep their order. */
export const spreadSeconds = (key: string): number =>
  createHash("sha256").update(key).digest().readUInt32BE(0) % (SPREAD_MINUTES * 60);

const plusSeconds = (at: string, seconds: number) => new Date(Date.parse(at) + seconds * 1000).toISOString();

/** The first of some instants that is to come, of those that a message speaks of. */
const soonestOf = (spoken: readonly string[], now: string) => spoken.filter((at) => at > now).sort()[0];

const isInTime = (at: string, spoken: readonly string[], now: string): boolean => {
  const soonest = soonestOf(spoken, now);
  return soonest === undefined || plusHours(at, AHEAD_HOURS) <= soonest;
};

/** The mornings that a kind could wait for, the later one first; none when it may go out now. */
function mornings(kind: Kind, moment: Moment): string[] {
  const { now, zone, workdays } = moment;
  const time = timeOf(moment);
  const today = dayOf(now, zone);
  const isQuiet = time < QUIET.until || time >= (kind === "urgent" ? QUIET.urgentFrom : QUIET.from);
  const morning = time < QUIET.until ? today : nextDay(today, zone);
  const at = (day: string, clock: string) => instantOf(day, clock, zone);
  if (kind === "ask") return isQuiet ? [at(morning, QUIET.digestAt)] : [];
  if (kind === "urgent") return isQuiet ? [at(morning, QUIET.until)] : [];
  const worked = time < QUIET.until && workdays.on(today).works ? today : workdays.nextAfter(today);
  if (kind === "digest") return [];
  if (isQuiet) return [...new Set([at(worked, QUIET.until), at(morning, QUIET.until)])];
  return workdays.on(today).works ? [] : [at(worked, QUIET.until)];
}

/**
 * Until when everybody's message of a kind waits: for the end of the night, and an outcome for a working day. What speaks of
 * an instant that would then be too near waits less long, or not at all.
 *
 * @param spoken - the instants that it speaks of
 * @param key - what is spread over the minutes after a morning begins
 * @returns undefined when it goes out now
 * @source docs/domain.md Messages
 */
export function heldUntil(
  { kind, spoken, key }: { kind: Kind; spoken: readonly string[]; key: string },
  moment: Moment,
): string | undefined {
  const possible = mornings(kind, moment).filter((at) => isInTime(at, spoken, moment.now));
  const [latest] = possible;
  return latest === undefined ? undefined : plusSeconds(latest, spreadSeconds(key));
}

/**
 * When the digest leaves that one person's message joins, who was sent enough that day or gets such messages in digests.
 *
 * @returns undefined when the message would then come too late
 */
export function digestAt(
  { kind, spoken, memberId }: { kind: Kind; spoken: readonly string[]; memberId: string },
  { now, zone, workdays }: Moment,
): string | undefined {
  const today = dayOf(now, zone);
  const at = (day: string) => plusSeconds(instantOf(day, QUIET.digestAt, zone), spreadSeconds(memberId));
  const isWorked = kind === "ask" || workdays.on(today).works;
  const day = isWorked && at(today) > now ? today : kind === "ask" ? nextDay(today, zone) : workdays.nextAfter(today);
  return isInTime(at(day), spoken, now) ? at(day) : undefined;
}
