import type { Session } from "@yigong/core/activity/activity.ts";
import { attendanceRefusal } from "@yigong/core/attendance/attendance.refusals.ts";
import { isLateFor } from "@yigong/core/attendance/phone-entry.ts";
import { deadlineOf, type Info as Lifecycle, outcomeOf } from "@yigong/core/lifecycle/lifecycle.ts";

/** Whether the execute stage is over, by a person or by its deadline. */
export const isLate = (lifecycle: Lifecycle, at: string): boolean =>
  outcomeOf(lifecycle, "Execute") !== undefined || at >= (deadlineOf(lifecycle, "Execute") ?? at);

/** Refuses check-ins and roll-calls once the execute stage is over. @throws `attendance.closed` */
export function requireInTime(lifecycle: Lifecycle, at: string): void {
  if (isLate(lifecycle, at)) throw attendanceRefusal("attendance.closed");
}

/** Refuses to put somebody down as present when their session is two hours over. @throws `attendance.closed` */
export function requireSessionInTime(session: Session, at: string): void {
  if (isLateFor(session, at)) throw attendanceRefusal("attendance.closed/session", { endsAt: session.endsAt });
}

/** Refuses changes once points are posted from the attendances. @throws `attendance.awarded` */
export function requireUnawarded(lifecycle: Lifecycle): void {
  if (lifecycle.status === "awarding" || lifecycle.status === "done") throw attendanceRefusal("attendance.awarded");
}
