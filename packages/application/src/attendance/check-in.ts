import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import { checkIn, type Key, type Present, requireCheckInOpen } from "@yigong/core/attendance/attendance.ts";
import { isRightCode } from "@yigong/core/attendance/code.ts";
import { deviceOf } from "@yigong/core/attendance/device.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { requireInTime } from "./attendance-window.ts";
import { findPlaceFault, noPlace } from "./find-place-fault.ts";
import { findSession } from "./find-session.ts";

/**
 * Checks a member in by the code on the screen; after a check-out too early it takes that back.
 *
 * @param device - what tells the browser from others; many people on one are shown to the leader
 * @throws `attendance.too_early`, `attendance.session_over`, `attendance.closed`, `attendance.already_checked_in`,
 * `attendance.not_participant`, `attendance.too_many_tries`, `attendance.code_invalid`, `lifecycle.cancelled`
 */
export async function checkInByCode(
  deps: AttendanceDeps,
  key: Key,
  { code, at, device }: { code: string; at: string; device?: string | undefined },
): Promise<Present> {
  const { activityId, sessionId, memberId } = key;
  const { activity, session, lifecycle } = await findSession(deps, key, recent);
  requireCheckInOpen(session, at);
  requireInTime(lifecycle, at);
  const row = await deps.attendances.find(key, recent);
  const from = device === undefined ? undefined : deviceOf(key, device);
  checkIn(key, row, at, from);
  const fault = await findPlaceFault(deps, activity, key);
  if (fault) throw noPlace(fault);
  await deps.attendances.countTry(activityId, memberId, at);
  if (!isRightCode({ secret: deps.secrets.checkIns, activityId, sessionId }, code, at))
    throw attendanceRefusal("attendance.code_invalid");
  return deps.attendances.change(key, at, (before) => ({ item: checkIn(key, before, at, from) }), { row });
}
