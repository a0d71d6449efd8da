import * as z from "zod";
import { Instant, plusHours } from "../lib/time.ts";
import { attendanceRefusal } from "./attendance.refusals.ts";
import {
  Call,
  CHECK_IN_BEFORE_HOURS,
  CHECK_OUT_AFTER_HOURS,
  type Info,
  type Key,
  rollCall,
  type Said,
} from "./attendance.ts";

const DAY_MS = 86_400_000;
/** More than a phone's clock is ever wrong by; beyond that somebody made it up. */
const MOST_OFFSET_MS = 366 * DAY_MS;
/** What a request may take on its way. */
const AHEAD_MS = 2 * 60_000;
/** So many keys a row remembers: more than one person is called in one session. */
const MOST_KEYS = 50;

/** What an entry carries besides the call. */
const Kept = z.object({
  /** Made by the phone, once for each tap: it is taken once, however often it is sent. */
  key: z.string().min(8).max(100),
  memberId: z.string(),
  /** By the phone's clock. */
  occurredAt: Instant,
  /** The server's clock minus the phone's, as of the last answer that the phone had; 0 when it had none. */
  offsetMs: z.int().min(-MOST_OFFSET_MS).max(MOST_OFFSET_MS),
  /** The version of what the leader saw when they tapped; without it they saw nothing. */
  seen: z.int().nonnegative().optional(),
});
const [Called, Missed] = Call.options;

/** One line of a roll-call that a phone kept while it had no network. */
export const Entry = z.discriminatedUnion("state", [Called.extend(Kept.shape), Missed.extend(Kept.shape)]);
export type Entry = z.infer<typeof Entry>;

/** What became of an entry. `contradicts`: something else stands, which the leader did not know; nothing is changed. */
export const OUTCOMES = ["recorded", "alreadyThere", "contradicts", "needsSecondPerson", "refused"] as const;
export type Outcome = (typeof OUTCOMES)[number];

interface Session {
  startsAt: string;
  endsAt: string;
}

/**
 * When an entry was made, by the server's clock.
 *
 * @param at - now, ISO-8601 UTC
 * @throws `attendance.clock_unbelievable` for an instant in the future or before the doors opened, whatever the phone's clock says
 */
export function instantOf(
  { occurredAt, offsetMs }: Pick<Entry, "occurredAt" | "offsetMs">,
  session: Session,
  at: string,
) {
  const ms = Date.parse(occurredAt) + offsetMs;
  const opensAt = plusHours(session.startsAt, -CHECK_IN_BEFORE_HOURS);
  if (ms > Date.parse(at) + AHEAD_MS || ms < Date.parse(opensAt))
    throw attendanceRefusal("attendance.clock_unbelievable", {
      saidAt: new Date(ms).toISOString(),
      opensAt,
      now: at,
    });
  return ms > Date.parse(at) ? at : new Date(ms).toISOString();
}

/** Whether an entry comes more than two hours after its session: then a second person approves it. */
export const isLateFor = ({ endsAt }: Pick<Session, "endsAt">, at: string): boolean =>
  at >= plusHours(endsAt, CHECK_OUT_AFTER_HOURS);

const saysTheSame = (row: Info, entry: Entry): boolean =>
  entry.state === "present"
    ? row.state === "present" && (entry.halfDays === undefined || entry.halfDays === row.stated?.halfDays)
    : row.state === "absent" && row.excused === entry.excused;

/** Whether the leader may say something else: nothing stands, they saw what stands, or it is their own word from before. */
function isFree(row: Info, entry: Entry, { by, at }: { by: string; at: string }): boolean {
  if (row.version === entry.seen) return true;
  const isStated = row.state === "present" && (row.stated !== undefined || row.checkedOutAt !== undefined);
  if (row.state === "present" && entry.state === "present" && !isStated) return true;
  const othersHours = row.state === "present" && row.stated !== undefined && row.stated.by !== by;
  return row.word?.by === by && row.word.at <= at && !othersHours;
}

/** A row after an entry, with what became of it. The row is the one before where nothing was put down. */
export interface Judged {
  outcome: Extract<Outcome, "recorded" | "alreadyThere" | "contradicts">;
  row: Info;
}

/**
 * Puts down one line of a roll-call that came in later, unless something stands that the leader did not know.
 *
 * @param said - `at` is the instant of the entry by the server's clock, `syncedAt` that of its coming in
 * @throws `attendance.own_hours`, `attendance.appealed`
 * @source docs/domain.md lifecycle 3, "Decision, a roll-call without a network"
 */
export function judge(key: Key, before: Info | undefined, { entry, said }: { entry: Entry; said: Said }): Judged {
  if (before?.entryKeys?.includes(entry.key)) return { outcome: "recorded", row: before };
  if (before && saysTheSame(before, entry)) return { outcome: "alreadyThere", row: before };
  if (before && !isFree(before, entry, said)) return { outcome: "contradicts", row: before };
  const row = rollCall(key, before, said);
  return {
    outcome: "recorded",
    row: { ...row, entryKeys: [...(before?.entryKeys ?? []), entry.key].slice(-MOST_KEYS) },
  };
}

/**
 * What becomes of an entry that comes too late to be put down at once. The system's absences and the leader's own stand in
 * nobody's way; what another person said does, unless the leader saw it.
 */
export function judgeLate(before: Info | undefined, { entry, by }: { entry: Entry; by: string }): Outcome {
  if (before?.entryKeys?.includes(entry.key)) return "recorded";
  if (before === undefined) return "needsSecondPerson";
  if (saysTheSame(before, entry)) return "alreadyThere";
  if (before.state === "present") return "contradicts";
  return before.by === "system" || before.by === by || before.version === entry.seen
    ? "needsSecondPerson"
    : "contradicts";
}
