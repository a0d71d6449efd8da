import * as z from "zod";
import { plusHours } from "../lib/time.ts";
import { type Party, requireOther } from "../permission/party.ts";
import { attendanceRefusal } from "./attendance.refusals.ts";
import { HalfDays, type Info, lastPresent, remembered } from "./record.ts";

export { Appeal, HalfDays, Info, Method } from "./record.ts";
export type Present = Extract<Info, { state: "present" }>;
export type Absent = Extract<Info, { state: "absent" }>;

/** What a row is about. */
export interface Key {
  activityId: string;
  sessionId: string;
  memberId: string;
}

/** The key of a row as the evidence of points. */
export const evidenceOf = ({ sessionId, memberId }: Pick<Key, "sessionId" | "memberId">): string =>
  `attendance#${sessionId}#${memberId}`;

interface Session {
  startsAt: string;
  endsAt: string;
}

/** The code is shown and taken from an hour before the session until its end. */
export const CHECK_IN_BEFORE_HOURS = 1;
/** Check-outs are taken until two hours after the session; the stage ends then, too. */
export const CHECK_OUT_AFTER_HOURS = 2;

const keyed = ({ activityId, sessionId, memberId }: Key): Key => ({ activityId, sessionId, memberId });

/** Nobody is put down before the doors open, an hour before the start. @throws `attendance.too_early` */
export function requireBegun({ startsAt }: Pick<Session, "startsAt">, at: string): void {
  const opensAt = plusHours(startsAt, -CHECK_IN_BEFORE_HOURS);
  if (at < opensAt) throw attendanceRefusal("attendance.too_early", { opensAt });
}

/**
 * Lets people check in now, or refuses and says when they can.
 *
 * @throws `attendance.too_early`, `attendance.session_over`
 */
export function requireCheckInOpen({ startsAt, endsAt }: Session, at: string): void {
  requireBegun({ startsAt }, at);
  if (at >= endsAt) throw attendanceRefusal("attendance.session_over", { endsAt });
}

/**
 * Checks somebody in who showed the right code. Somebody marked absent in the roll-call has come late; somebody who checked
 * out too early is here again, and has been since they came.
 *
 * @param at - instant of the check-in, ISO-8601 UTC
 * @param device - digest of the browser, see `device.ts`
 * @throws `attendance.already_checked_in`
 */
export function checkIn(key: Key, before: Info | undefined, at: string, device?: string): Present {
  if (before?.state === "present" && before.checkedOutAt === undefined)
    throw attendanceRefusal("attendance.already_checked_in", { at: before.checkedInAt });
  if (before?.state === "present") return reopened(before, { by: key.memberId, at });
  const by = key.memberId;
  const from = device === undefined ? {} : { device };
  return { ...base(key, before, { by, at }), state: "present", checkedInAt: at, method: "code", by, ...from };
}

/** Takes a check-out back; it stays on record. */
function reopened(before: Present, by: { by: string; at: string }): Present {
  const { checkedOutAt: _at, checkedOutBy: _by, word: _word, ...open } = before;
  return { ...open, earlier: remembered(before, by) };
}

/** What a row keeps when it says something else from now on. */
const base = (key: Key, before: Info | undefined, by: { by: string; at: string }) => ({
  ...keyed(key),
  version: before?.version ?? 0,
  ...(before ? { earlier: remembered(before, by) } : {}),
  ...(before?.entryKeys ? { entryKeys: before.entryKeys } : {}),
});

/**
 * Checks somebody out; the first check-out counts, a second one is the same.
 *
 * @throws `attendance.not_checked_in`, `attendance.check_out_over` later than two hours after the session
 */
export function checkOut(
  before: Info | undefined,
  { by, at, endsAt }: { by: string; at: string; endsAt: string },
): Present {
  if (before?.state !== "present") throw attendanceRefusal("attendance.not_checked_in");
  if (before.checkedOutAt !== undefined) return before;
  const until = plusHours(endsAt, CHECK_OUT_AFTER_HOURS);
  if (at >= until) throw attendanceRefusal("attendance.check_out_over", { until });
  const { word: _word, ...still } = before;
  return { ...still, checkedOutAt: at, checkedOutBy: by };
}

/** A leader says nothing about their own hours, nor about those of whom they act for. @throws `attendance.own_hours` */
export const requireForeignHours = (party: Party, memberId: string): void =>
  requireOther(party, [memberId], () => attendanceRefusal("attendance.own_hours"));

/** What the leader calls out about one person. */
export const Call = z.discriminatedUnion("state", [
  z.object({ state: z.literal("present"), halfDays: HalfDays.optional(), paper: z.literal(true).optional() }),
  z.object({
    state: z.literal("absent"),
    excused: z.boolean().default(false),
    why: z.string().trim().min(1).max(1000),
    paper: z.literal(true).optional(),
  }),
]);
export type Call = z.infer<typeof Call>;

/** A roll-call about one person: what is said, by whom, when, and of which session. */
export type Said = Call & Party & { at: string; session?: Session; syncedAt?: string | undefined };

/**
 * Puts down what the leader saw: it stands over an earlier entry, which stays on record.
 *
 * Who is called present keeps the times, also those from before an absence by mistake; without any they have been there from
 * the session's start, since a roll-call says nothing about when somebody came. Called while the session runs, it takes a
 * check-out back. Workdays that are said stand over the times.
 * @throws `attendance.own_hours`, `attendance.appealed` when an absence is called again that was appealed against
 */
export function rollCall(key: Key, before: Info | undefined, said: Said): Info {
  requireForeignHours(said, key.memberId);
  const row = said.state === "absent" ? calledAbsent(key, before, said) : calledHere(key, before, said);
  const { by, at, syncedAt } = said;
  return row === before ? row : { ...row, word: { by, at, ...(syncedAt === undefined ? {} : { syncedAt }) } };
}

function calledHere(key: Key, before: Info | undefined, said: Extract<Said, { state: "present" }>): Present {
  const { by, at, halfDays, session } = said;
  const present = calledPresent(key, before, said);
  const isHere = present.checkedOutAt !== undefined && session !== undefined && at < session.endsAt;
  const open = isHere ? reopened(present, { by, at }) : present;
  return halfDays === undefined ? open : overruled(open, { halfDays, by, at });
}

function calledPresent(key: Key, before: Info | undefined, said: Extract<Said, { state: "present" }>): Present {
  const { by, at, session, paper } = said;
  if (before?.state === "present") return before;
  const since = session && session.startsAt < at ? session.startsAt : at;
  const known = before && lastPresent(before);
  return {
    ...base(key, before, { by, at }),
    ...(known ?? { state: "present", checkedInAt: since, method: paper ? "paper" : "rollCall", by }),
  };
}

function calledAbsent(key: Key, before: Info | undefined, said: Extract<Said, { state: "absent" }>): Absent {
  const { by, deputyFor, at, excused, why } = said;
  if (before?.state === "absent" && before.appeal) throw attendanceRefusal("attendance.appealed");
  if (before?.state === "absent" && before.excused === excused && before.why === why) return before;
  const byFor = deputyFor === undefined ? {} : { byFor: deputyFor };
  const onPaper = said.paper ? { paper: said.paper } : {};
  return { ...base(key, before, { by, at }), state: "absent", excused, by, ...byFor, at, ...onPaper, why };
}

/** Workdays as the leader says them; those said before stay on record. */
function overruled(before: Present, said: { halfDays: number; by: string; at: string }): Present {
  if (before.stated?.halfDays === said.halfDays) return before;
  return { ...before, ...(before.stated ? { earlier: remembered(before, said) } : {}), stated: said };
}

/**
 * States the workdays of somebody who did not check out; they stand over a later check-out.
 *
 * @param halfDays - 0, 1 or 2 halves
 * @throws `attendance.not_checked_in`, `attendance.checked_out` when the times are known
 * @source docs/domain.md "Decision, workdays"
 */
export function state(before: Info | undefined, said: { halfDays: number; by: string; at: string }): Present {
  if (before?.state !== "present") throw attendanceRefusal("attendance.not_checked_in/workdays");
  if (before.checkedOutAt !== undefined && before.stated === undefined)
    throw attendanceRefusal("attendance.checked_out");
  return overruled(before, said);
}

/** Whether a row was put down up to an instant, such as that of a move of its session. */
export const wasBefore = (row: Info, instant: string): boolean =>
  (row.state === "present" ? row.checkedInAt : row.at) <= instant;

/** The system's entry at the end of the stage, for somebody on the duty list of whom nothing is known. */
export const missing = (key: Key, { at, why }: { at: string; why: string }): Absent => ({
  ...keyed(key),
  version: 0,
  state: "absent",
  excused: false,
  by: "system",
  at,
  why,
});
