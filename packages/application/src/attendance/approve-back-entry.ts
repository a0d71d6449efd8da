import type { Info as Attendance, Key } from "@yigong/core/attendance/attendance.ts";
import * as BackEntry from "@yigong/core/attendance/back-entry.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { findLateSession } from "./find-late-session.ts";

/**
 * Approves a back entry as a second person; the person is present from then on, and an absence is gone.
 *
 * @throws `attendance.back_entry_missing`, `attendance.second_person`, `attendance.roll_call_open`, `attendance.awarded`,
 * `lifecycle.cancelled`
 * @source Order 67
 */
export async function approveBackEntry(
  deps: AttendanceDeps,
  key: Key,
  { by, at }: { by: By; at: string },
): Promise<Attendance | undefined> {
  const { session } = await findLateSession(deps, key, at);
  const { attendance } = await deps.attendances.approve(key, at, (before) => {
    const entry = BackEntry.approve(before.entry, { by: by.actorId, deputyFor: by.deputyFor, at });
    if (entry === before.entry) return { item: before };
    const [was, startsAt] = [before.attendance, session.startsAt];
    return {
      item: { entry, attendance: BackEntry.entered(entry, { startsAt, version: was?.version ?? 0, before: was }) },
      audit: [attendanceEntry(deps, key, { by, at, action: "attendance.approveBackEntry", reason: entry.reason })],
    };
  });
  return attendance;
}
