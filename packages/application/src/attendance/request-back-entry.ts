import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import type { Key } from "@yigong/core/attendance/attendance.ts";
import * as BackEntry from "@yigong/core/attendance/back-entry.ts";
import { requireHalfDaysWithin } from "@yigong/core/attendance/workdays.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { findExempt } from "../participation/find-exempt.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { findLateSession } from "./find-late-session.ts";

/**
 * Asks for an attendance to be put down after the stage, with a reason and the half workdays.
 *
 * @throws `attendance.roll_call_open`, `attendance.awarded`, `attendance.already_present`, `attendance.own_hours`,
 * `attendance.not_participant`, `attendance.too_many_half_days`, `lifecycle.cancelled`
 * @source Order 67
 */
export async function requestBackEntry(
  deps: AttendanceDeps,
  key: Key,
  wish: { halfDays: number; reason: string; by: By; at: string; entryKey?: string | undefined },
): Promise<BackEntry.Info> {
  const { halfDays, reason, by, at, entryKey } = wish;
  const { activity, session } = await findLateSession(deps, key, at);
  requireHalfDaysWithin(session, halfDays, deps.zone);
  const { hasLeft } = await findExempt(deps, activity, [key.memberId], {});
  const own = await deps.participations.ofMember(activity, key.memberId);
  const duty = await deps.dutyLists.find(activity.id);
  const placed = own.some((one) => one.sessionId === key.sessionId && one.state === "placed");
  if ((!placed && !duty?.memberIds.includes(key.memberId)) || hasLeft(key.memberId, key.sessionId))
    throw attendanceRefusal("attendance.not_participant/backEntry");
  return deps.attendances.request(key, at, (before, attendance) => ({
    item: BackEntry.request(before, attendance, {
      ...key,
      halfDays,
      reason,
      by: by.actorId,
      deputyFor: by.deputyFor,
      at,
      entryKey,
    }),
    audit: [attendanceEntry(deps, key, { by, at, action: "attendance.backEntry", reason, detail: { halfDays } })],
  }));
}
