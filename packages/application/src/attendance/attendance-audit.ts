import type { Key } from "@yigong/core/attendance/attendance.ts";
import { type Entry, entryOf } from "@yigong/core/audit/audit.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

interface Told {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
  action: string;
  reason?: string | undefined;
  detail?: object;
}

/** The audit entry of something done about one person's attendance in a session; it is kept with the activity. */
export const attendanceEntry = (
  { newId }: Pick<AttendanceDeps, "newId">,
  { activityId, sessionId, memberId }: Key,
  { detail, ...told }: Told,
): Entry => entryOf(newId, { subjectId: activityId, ...told, detail: { sessionId, memberId, ...detail } });
