import type { Info as Activity } from "../activity/activity.ts";
import type { Info as Class } from "../class/class.ts";
import { isHeld, type Info as Need } from "../cover/cover.ts";
import { plusHours } from "../lib/time.ts";
import type { Info as Lifecycle } from "../lifecycle/lifecycle.ts";
import type { Info as Place } from "../participation/participation.ts";

/** Whether something is certain, is still to be confirmed, or is off. @source RFC 5545 3.8.1.11 */
export type Status = "TENTATIVE" | "CONFIRMED" | "CANCELLED";

/** One entry of a person's calendar. */
export interface Entry {
  /** What it is about; stays the same for as long as it lives. */
  uid: string;
  /** Grows with each change. @source RFC 5545 3.8.7.4 */
  sequence: number;
  status: Status;
  /** Half-open [from, to), ISO-8601 UTC. */
  from: string;
  to: string;
  /** When it last changed, ISO-8601 UTC. */
  changedAt: string;
}

/** What was called off is told for as long, so that a program that looks once a day hears of it. */
const CANCELLED_KEPT_HOURS = 30 * 24;

const RANK: Record<Status, number> = { TENTATIVE: 0, CONFIRMED: 1, CANCELLED: 2 };
/** More than there are ranks, so that a later change outweighs each of them. */
const STEP = 4;
const EPOCH = Date.parse("2026-01-01T00:00:00.000Z");

/** An instant as a number that grows; with `STEP` it stays below 2³¹ until 2043, which is what programs take. */
const secondsOf = (instant: string): number => Math.max(0, Math.floor((Date.parse(instant) - EPOCH) / 1000));

const isTold = ({ status, changedAt }: Entry, at: string): boolean =>
  status !== "CANCELLED" || at < plusHours(changedAt, CANCELLED_KEPT_HOURS);

/**
 * A place as an entry of its holder's calendar: tentative until places are given out. Who waits has none.
 *
 * A place has no version: its number is made of when it came to stand as it does, of the activity's version, which each
 * move counts up, and of the status.
 * @param place - as it stands
 */
export function sessionEntry(
  place: Place,
  { activity, lifecycle, at }: { activity: Activity; lifecycle: Lifecycle; at: string },
): Entry | undefined {
  if (place.state === "waiting" || place.state === "offered") return undefined;
  const session = activity.sessions.find(({ id }) => id === place.sessionId);
  const cancelled = lifecycle.status === "cancelled" ? lifecycle.cancellation.at : undefined;
  const off = cancelled !== undefined || place.state !== "placed";
  const status = off ? "CANCELLED" : lifecycle.status === "recruiting" ? "TENTATIVE" : "CONFIRMED";
  const since = [place.since, session?.movedAt ?? "", place.state === "placed" ? (cancelled ?? "") : ""];
  const entry: Entry = {
    uid: `${place.activityId}.${place.sessionId}@yigong`,
    sequence: STEP * secondsOf(place.since) + activity.version + RANK[status],
    status,
    from: session?.startsAt ?? place.startsAt,
    to: session?.endsAt ?? place.endsAt,
    changedAt: since.sort().at(-1) ?? place.since,
  };
  return isTold(entry, at) ? entry : undefined;
}

type Session = Class["sessions"][number];

/**
 * A session of a class as an entry of who has a seat in it; who waits has none.
 *
 * @param row - as it stands; without it, the entry is that of who teaches
 */
export function classEntry(
  one: Class,
  { session, row, at }: { session: Session; row?: Place | undefined; at: string },
): Entry | undefined {
  if (row?.state === "waiting" || row?.state === "offered") return undefined;
  const cancelledAt = (one.cancelled ?? session.cancelled)?.at;
  const off = cancelledAt !== undefined || (row !== undefined && row.state !== "placed");
  const since = [row?.since ?? one.createdAt, session.movedAt ?? "", cancelledAt ?? ""];
  const entry: Entry = {
    uid: `${one.id}.${session.id}@yigong`,
    sequence: STEP * secondsOf(row?.since ?? one.createdAt) + one.version + RANK[off ? "CANCELLED" : "CONFIRMED"],
    status: off ? "CANCELLED" : "CONFIRMED",
    from: session.startsAt,
    to: session.endsAt,
    changedAt: since.sort().at(-1) ?? one.createdAt,
  };
  return isTold(entry, at) ? entry : undefined;
}

/**
 * A cover as an entry of who agreed to it: tentative until it is confirmed.
 *
 * @param hours - as the person's own calendar has them; `struckAt` is when they were taken out of it
 */
export function coverEntry(
  need: Need,
  { hours, at }: { hours: { from: string; to: string; struckAt?: string | undefined }; at: string },
): Entry | undefined {
  const { from, to, struckAt } = hours;
  if (struckAt === undefined && !isHeld(need)) return undefined;
  const status = struckAt !== undefined ? "CANCELLED" : need.status === "confirmed" ? "CONFIRMED" : "TENTATIVE";
  const agreedAt = need.status === "confirmed" ? need.confirmedAt : need.status === "accepted" ? need.acceptedAt : from;
  const entry: Entry = {
    uid: `${need.id}@yigong`,
    sequence: need.version,
    status,
    from,
    to,
    changedAt: struckAt ?? agreedAt,
  };
  return isTold(entry, at) ? entry : undefined;
}
