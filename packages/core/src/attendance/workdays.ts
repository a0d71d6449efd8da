import { dayOf, instantOf } from "../lib/time.ts";
import { attendanceRefusal } from "./attendance.refusals.ts";
import type { Present } from "./attendance.ts";

const MINUTE = 60_000;
const SHORTEST = 30 * MINUTE;
const HALF = 4 * 60 * MINUTE;
/** A local day has at most one workday, whatever sessions it has. */
const MOST_A_DAY = 2;
/** Somebody who neither checked out nor was spoken for by the leader: half a day. */
export const UNSTATED_HALF_DAYS = 1;

/**
 * The half workdays of a time at work within one local day.
 *
 * @param milliseconds - under 30 minutes none, up to and with 4 hours 1, more 2
 * @source docs/domain.md "Decision, workdays"
 */
export function halfDaysOf(milliseconds: number): number {
  if (milliseconds < SHORTEST) return 0;
  return milliseconds <= HALF ? 1 : 2;
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A stretch of time cut at local midnights: by local day, its parts as [from, to) in milliseconds. */
function byLocalDay(from: string, to: string, zone: string): [string, [number, number]][] {
  const parts: [string, [number, number]][] = [];
  for (let start = from; start < to; ) {
    const day = dayOf(start, zone);
    const midnight = instantOf(nextDay(day), "00:00", zone);
    const end = midnight < to ? midnight : to;
    parts.push([day, [Date.parse(start), Date.parse(end)]]);
    start = end;
  }
  return parts;
}

/** How long the stretches last together; what they share counts once. */
function lengthOf(stretches: readonly (readonly [number, number])[]): number {
  let total = 0;
  let until = Number.NEGATIVE_INFINITY;
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    total += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return total;
}

/** The most half workdays that can be stated for a session: what its length comes to. */
export const mostHalfDays = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }, zone: string): number =>
  halfDaysServed([{ checkedInAt: startsAt, checkedOutAt: endsAt }], zone);

/**
 * Requires that no more workdays are stated than a session's length comes to.
 *
 * @param halfDays - 0, 1 or 2 halves
 * @throws `attendance.too_many_half_days`, which tells the limit
 * @source docs/domain.md "Decision, workdays"
 */
export function requireHalfDaysWithin(
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  halfDays: number,
  zone: string,
): void {
  const most = mostHalfDays({ startsAt, endsAt }, zone);
  if (halfDays > most)
    throw attendanceRefusal("attendance.too_many_half_days", { startsAt, endsAt, most, days: most / 2 });
}

/**
 * The half workdays that one member served in an activity.
 *
 * The times of one local day are added up, from check-in to check-out. What the leader stated stands over the times and
 * counts on the local day of the check-in; without a check-out or a statement it is half a day. A day never exceeds two
 * halves.
 * @param attendances - one member's rows
 * @param zone - the alliance's time zone, whose days count
 * @source docs/domain.md "Decision, workdays"
 */
export function halfDaysServed(
  attendances: readonly Pick<Present, "checkedInAt" | "checkedOutAt" | "stated">[],
  zone: string,
): number {
  const times = new Map<string, [number, number][]>();
  const stated = new Map<string, number>();
  for (const { checkedInAt, checkedOutAt, stated: said } of attendances) {
    if (said !== undefined || checkedOutAt === undefined) {
      const day = dayOf(checkedInAt, zone);
      stated.set(day, (stated.get(day) ?? 0) + (said?.halfDays ?? UNSTATED_HALF_DAYS));
    } else
      for (const [day, stretch] of byLocalDay(checkedInAt, checkedOutAt, zone))
        times.set(day, [...(times.get(day) ?? []), stretch]);
  }
  const days = new Set([...times.keys(), ...stated.keys()]);
  return [...days]
    .map((day) => halfDaysOf(lengthOf(times.get(day) ?? [])) + (stated.get(day) ?? 0))
    .reduce((sum, halves) => sum + Math.min(halves, MOST_A_DAY), 0);
}
