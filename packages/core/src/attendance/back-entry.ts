import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { type Party, requireOther } from "../permission/party.ts";
import { attendanceRefusal } from "./attendance.refusals.ts";
import { type Info as Attendance, HalfDays, type Key, type Present, requireForeignHours } from "./attendance.ts";
import { remembered } from "./record.ts";

const Base = z.object({
  activityId: z.string(),
  sessionId: z.string(),
  memberId: z.string(),
  halfDays: HalfDays,
  reason: z.string().trim().min(1).max(1000),
  requestedBy: z.string(),
  /** Whom the asker stood in for as a deputy. */
  requestedFor: z.string().optional(),
  requestedAt: Instant,
  /** The key of the phone's entry that came too late to be put down at once. */
  entryKey: z.string().optional(),
  version: z.int().nonnegative(),
});

/**
 * An attendance that is put down after the stage: one person asks with a reason, another approves.
 *
 * @source Order 67; docs/domain.md "Rules from outside that bind us"
 */
export const Info = z.discriminatedUnion("status", [
  Base.extend({ status: z.literal("requested") }),
  Base.extend({ status: z.literal("approved"), approvedBy: z.string(), approvedAt: Instant }),
]);
export type Info = z.infer<typeof Info>;
export type Approved = Extract<Info, { status: "approved" }>;

/** Who asks for which back entry, and why. */
export interface Wish extends Key, Party {
  halfDays: number;
  reason: string;
  at: string;
  entryKey?: string | undefined;
}

/**
 * Asks for a back entry; asking again replaces what nobody has approved.
 *
 * @throws `attendance.already_present`, `attendance.own_hours` for oneself
 */
export function request(before: Info | undefined, attendance: Attendance | undefined, wish: Wish): Info {
  if (attendance?.state === "present" || before?.status === "approved")
    throw attendanceRefusal("attendance.already_present");
  const { by, deputyFor, at, activityId, sessionId, memberId, halfDays, reason, entryKey } = wish;
  requireForeignHours(wish, memberId);
  if (before && entryKey !== undefined && before.entryKey === entryKey) return before;
  const asker = { requestedBy: by, ...(deputyFor === undefined ? {} : { requestedFor: deputyFor }) };
  const keyed = entryKey === undefined ? {} : { entryKey };
  const asked = { activityId, sessionId, memberId, halfDays, reason, ...asker, requestedAt: at, ...keyed };
  return { ...asked, status: "requested", version: before?.version ?? 0 };
}

/**
 * Approves a back entry, as a second person. Doing it twice is one approval.
 *
 * @throws `attendance.second_person` by who asked or whom it is about
 */
export function approve(before: Info, { by, deputyFor, at }: Party & { at: string }): Approved {
  if (before.status === "approved") return before;
  requireOther({ by, deputyFor }, [before.requestedBy, before.requestedFor, before.memberId], () =>
    attendanceRefusal("attendance.second_person"),
  );
  return { ...before, status: "approved", approvedBy: by, approvedAt: at };
}

/** The attendance that an approved back entry comes to; it counts from the session's start. */
export const entered = (
  { activityId, sessionId, memberId, halfDays, reason, requestedBy: by, requestedAt: at, approvedBy }: Approved,
  { startsAt, version, before }: { startsAt: string; version: number; before?: Attendance | undefined },
): Present => ({
  activityId,
  sessionId,
  memberId,
  version,
  ...(before ? { earlier: remembered(before, { by: approvedBy, at }) } : {}),
  ...(before?.entryKeys ? { entryKeys: before.entryKeys } : {}),
  state: "present",
  checkedInAt: startsAt,
  method: "backEntry",
  by,
  stated: { halfDays, by, at },
  backEntered: { by, at, approvedBy, reason },
});
