import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Info as Attendance } from "@yigong/core/attendance/attendance.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

/** Reads one member's rows by key: an activity's whole list, read once for each member, would be quadratic. */
export async function ownAttendances(
  { attendances }: Pick<AttendanceDeps, "attendances">,
  { id: activityId, sessions }: Activity,
  memberId: string,
): Promise<Attendance[]> {
  const keys = sessions.map((session) => ({ activityId, sessionId: session.id, memberId }));
  const found = await Promise.all(keys.map((key) => attendances.find(key, recent)));
  return found.filter((row) => row !== undefined);
}
