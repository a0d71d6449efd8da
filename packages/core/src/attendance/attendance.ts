import * as z from "zod";
import { Refusal } from "../lib/error.ts";
import { Instant, plusHours } from "../lib/time.ts";

/** Workdays are counted in halves; one session states at most one day. */
export const HalfDays = z.int().min(0).max(2);

/** What somebody says against an absence that was recorded, and what was decided on it. */
export const Appeal = z.object({
  by: z.string(),
  at: Instant,
  text: z.string().trim().min(1).max(2000),
  decided: z
    .object({ upheld: z.boolean(), by: z.string(), at: Instant, reason: z.string().min(1).max(1000) })
    .optional(),
});
export type Appeal = z.infer<typeof Appeal>;

const Base = z.object({
  activityId: z.string(),
  sessionId: z.string(),
  memberId: z.string(),
  version: z.int().nonnegative(),
});

/** Who entered it, and who approved it, when it was entered after the stage. @source Order 67: a second person and a reason */
const BackEntered = z.object({ by: z.string(), at: Instant, approvedBy: z.string(), reason: z.string() });

/**
 * How one member turned out in one session: an attendance (人次) or an absence, with who put it down.
 *
 * @source docs/domain.md lifecycle 3, "Decision, workdays"
 */
export const Info = z.discriminatedUnion("state", [
  Base.extend({
    state: z.literal("present"),
    checkedInAt: Instant,
    method: z.enum(["code", "rollCall", "backEntry"]),
    by: z.string(),
    checkedOutAt: Instant.optional(),
    checkedOutBy: z.string().optional(),
    /** Stated by the leader, because there is no check-out. */
    stated: z.object({ halfDays: HalfDays, by: z.string(), at: Instant }).optional(),
    backEntered: BackEntered.optional(),
  }),
  Base.extend({
    state: z.literal("absent"),
    excused: z.boolean(),
    by: z.string(),
    at: Instant,
    why: z.string().min(1).max(1000),
    appeal: Appeal.optional(),
  }),
]);
export type Info = z.infer<typeof Info>;
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
  if (at < opensAt)
    throw new Refusal("conflict", "attendance.too_early", `Check-in opens at ${opensAt}, an hour before the start.`);
}

/**
 * Lets people check in now, or refuses and says when they can.
 *
 * @throws `attendance.too_early`, `attendance.session_over`
 */
export function requireCheckInOpen({ startsAt, endsAt }: Session, at: string): void {
  requireBegun({ startsAt }, at);
  if (at >= endsAt)
    throw new Refusal(
      "conflict",
      "attendance.session_over",
      `The session ended at ${endsAt}. Ask the leader to put you down in the roll-call.`,
    );
}

/**
 * Checks somebody in who showed the right code. Somebody marked absent in the roll-call has come late.
 *
 * @param at - instant of the check-in, ISO-8601 UTC
 * @throws `attendance.already_checked_in`
 */
export function checkIn(key: Key, before: Info | undefined, at: string): Present {
  if (before?.state === "present")
    throw new Refusal(
      "conflict",
      "attendance.already_checked_in",
      `Checked in already at ${before.checkedInAt}; nothing more to do until you leave.`,
    );
  const version = before?.version ?? 0;
  return { ...keyed(key), version, state: "present", checkedInAt: at, method: "code", by: key.memberId };
}

/**
 * Checks somebody out; the first check-out counts, a second one is the same.
 *
 * @throws `attendance.not_checked_in`, `attendance.check_out_over` later than two hours after the session
 */
export function checkOut(
  before: Info | undefined,
  { by, at, endsAt }: { by: string; at: string; endsAt: string },
): Present {
  if (before?.state !== "present")
    throw new Refusal("conflict", "attendance.not_checked_in", "There is no check-in yet; check in first.");
  if (before.checkedOutAt !== undefined) return before;
  const until = plusHours(endsAt, CHECK_OUT_AFTER_HOURS);
  if (at >= until)
    throw new Refusal(
      "conflict",
      "attendance.check_out_over",
      `Check-outs were taken until ${until}. The leader states the workdays instead.`,
    );
  return { ...before, checkedOutAt: at, checkedOutBy: by };
}

/** What the leader calls out about one person. */
export const Call = z.discriminatedUnion("state", [
  z.object({ state: z.literal("present"), halfDays: HalfDays.optional() }),
  z.object({
    state: z.literal("absent"),
    excused: z.boolean().default(false),
    why: z.string().trim().min(1).max(1000),
  }),
]);
export type Call = z.infer<typeof Call>;

/**
 * Puts down what the leader saw: it stands over an earlier entry, except that who is present already keeps the times.
 *
 * @throws `attendance.appealed` when an absence is called again that was appealed against
 */
export function rollCall(key: Key, before: Info | undefined, call: Call & { by: string; at: string }): Info {
  const { by, at } = call;
  const version = before?.version ?? 0;
  if (call.state === "absent") {
    if (before?.state === "absent" && before.appeal)
      throw new Refusal("conflict", "attendance.appealed", "There is an appeal against this absence; decide on that.");
    const same = before?.state === "absent" && before.excused === call.excused && before.why === call.why;
    if (same) return before;
    return { ...keyed(key), version, state: "absent", excused: call.excused, by, at, why: call.why };
  }
  const present: Present =
    before?.state === "present"
      ? before
      : { ...keyed(key), version, state: "present", checkedInAt: at, method: "rollCall", by };
  return call.halfDays === undefined ? present : state(present, { halfDays: call.halfDays, by, at });
}

/**
 * States the workdays of somebody who did not check out.
 *
 * @param halfDays - 0, 1 or 2 halves
 * @throws `attendance.not_checked_in`, `attendance.checked_out` when the times are known
 * @source docs/domain.md "Decision, workdays"
 */
export function state(before: Info | undefined, said: { halfDays: number; by: string; at: string }): Present {
  if (before?.state !== "present")
    throw new Refusal("conflict", "attendance.not_checked_in", "Workdays are stated for those who were present.");
  if (before.checkedOutAt !== undefined)
    throw new Refusal(
      "conflict",
      "attendance.checked_out",
      "Check-in and check-out say the workdays; nothing is stated.",
    );
  if (before.stated?.halfDays === said.halfDays) return before;
  return { ...before, stated: said };
}

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
