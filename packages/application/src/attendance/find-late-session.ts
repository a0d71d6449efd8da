import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import type { Key } from "@yigong/core/attendance/attendance.ts";
import { isLateFor } from "@yigong/core/attendance/phone-entry.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { isLate, requireUnawarded } from "./attendance-window.ts";
import { findSession, type SessionInActivity } from "./find-session.ts";

/** Finds a session that is two hours over, or whose stage is, while points are not posted. @throws `attendance.roll_call_open`, `attendance.awarded` */
export async function findLateSession(
  deps: AttendanceDeps,
  key: Omit<Key, "memberId">,
  at: string,
): Promise<SessionInActivity> {
  const found = await findSession(deps, key);
  requireUnawarded(found.lifecycle);
  if (!isLate(found.lifecycle, at) && !isLateFor(found.session, at))
    throw attendanceRefusal("attendance.roll_call_open");
  return found;
}
