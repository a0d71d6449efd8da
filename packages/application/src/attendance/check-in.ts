import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import { checkIn, type Key, type Present, requireCheckInOpen } from "@yigong/core/attendance/attendance.ts";
import { isRightCode } from "@yigong/core/attendance/code.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { requireInTime } from "./attendance-window.ts";
import { findSession } from "./find-session.ts";

/** Refuses a check-in without a place in the session, with the reason and what to do. @throws `attendance.not_participant` */
async function requirePlace(deps: AttendanceDeps, activity: Activity, { sessionId, memberId }: Key): Promise<void> {
  const own = await deps.participations.ofMember(activity, memberId, recent);
  const here = own.find((one) => one.sessionId === sessionId);
  if (here?.state === "placed") return;
  if (here?.state === "waiting") throw attendanceRefusal("attendance.not_participant/waiting");
  if (own.some((one) => one.state === "placed")) throw attendanceRefusal("attendance.not_participant/otherSession");
  const leave = await deps.leaves.find(activity.id, memberId);
  if (leave?.status === "approved") throw attendanceRefusal("attendance.not_participant/onLeave");
  if (here?.state === "released") throw attendanceRefusal("attendance.not_participant/released");
  const duty = await deps.dutyLists.find(activity.id);
  if (duty?.memberIds.includes(memberId)) throw attendanceRefusal("attendance.not_participant/onDuty");
  throw attendanceRefusal("attendance.not_participant");
}

/**
 * Checks a member in by the code on the screen; after a check-out too early it takes that back.
 *
 * @throws `attendance.too_early`, `attendance.session_over`, `attendance.closed`, `attendance.already_checked_in`,
 * `attendance.not_participant`, `attendance.too_many_tries`, `attendance.code_invalid`, `lifecycle.cancelled`
 */
export async function checkInByCode(
  deps: AttendanceDeps,
  key: Key,
  { code, at }: { code: string; at: string },
): Promise<Present> {
  const { activityId, sessionId, memberId } = key;
  const { activity, session, lifecycle } = await findSession(deps, key, recent);
  requireCheckInOpen(session, at);
  requireInTime(lifecycle, at);
  const row = await deps.attendances.find(key, recent);
  checkIn(key, row, at);
  await requirePlace(deps, activity, key);
  await deps.attendances.countTry(activityId, memberId, at);
  if (!isRightCode({ secret: deps.secrets.checkIns, activityId, sessionId }, code, at))
    throw attendanceRefusal("attendance.code_invalid");
  return deps.attendances.change(key, at, (before) => ({ item: checkIn(key, before, at) }), { row });
}
