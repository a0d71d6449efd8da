import * as Attendance from "@yigong/core/attendance/attendance.ts";
import { requireHalfDaysWithin } from "@yigong/core/attendance/workdays.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { requireUnawarded } from "./attendance-window.ts";
import { findSession } from "./find-session.ts";

/**
 * Records the half workdays of a member who did not check out, until points are posted.
 *
 * @throws `attendance.own_hours`, `attendance.too_many_half_days`, `attendance.not_checked_in`, `attendance.checked_out`, `attendance.awarded`, `lifecycle.cancelled`
 * @source docs/domain.md "Decision, workdays"
 */
export async function stateHalfDays(
  deps: AttendanceDeps,
  key: Attendance.Key,
  { halfDays, by, at }: { halfDays: number; by: By; at: string },
): Promise<Attendance.Present> {
  Attendance.requireForeignHours({ by: by.actorId, deputyFor: by.deputyFor }, key.memberId);
  const { session, lifecycle } = await findSession(deps, key);
  requireUnawarded(lifecycle);
  requireHalfDaysWithin(session, halfDays, deps.zone);
  return deps.attendances.change(key, at, (before) => ({
    item: Attendance.state(before, { halfDays, by: by.actorId, at }),
    audit: [attendanceEntry(deps, key, { by, at, action: "attendance.stateHalfDays", detail: { halfDays } })],
  }));
}
