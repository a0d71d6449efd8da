import type { Key } from "@yigong/core/attendance/attendance.ts";
import { type Entry, entryOf, type Told } from "@yigong/core/audit/audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

/** The audit entry of something done about one person's attendance in a session; it is kept with the activity. */
export const attendanceEntry = (
  { newId }: Pick<AttendanceDeps, "newId">,
  { activityId, sessionId, memberId }: Key,
  { detail, ...told }: Omit<Told, "subjectId">,
): Entry => entryOf(newId, { subjectId: activityId, ...told, detail: { sessionId, memberId, ...detail } });
