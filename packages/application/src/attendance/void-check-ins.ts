import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { type Info as Attendance, wasBefore } from "@yigong/core/attendance/attendance.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

const BY = { actorId: "system" };

export type VoidDeps = Pick<AttendanceDeps, "attendances" | "newId">;

const told = (activity: Activity, row: Attendance, { startsAt, at }: { startsAt: string; at: string }) => {
  const to = { kind: "members" as const, memberIds: [row.memberId] };
  const about = { activity, template: "attendance.voided" as const, to, dueAt: at };
  return tell({ ...about, cause: `${row.sessionId}.${row.memberId}.${startsAt}` }, { startsAt });
};

/**
 * Takes away what was put down for a session before it was moved: it says nothing about the session as it is now. The
 * audit keeps it, and who had checked in is told to do so again.
 *
 * Safe to run twice, and later: what was put down since the move stays.
 * @param at - the clock's instant, ISO-8601 UTC
 * @source docs/domain.md "Decisions, times"
 */
export async function voidCheckIns(deps: VoidDeps, activity: Activity, at: string): Promise<void> {
  for (const { id, startsAt, movedAt } of activity.sessions) {
    if (movedAt === undefined) continue;
    const rows = await deps.attendances.ofSession(activity.id, id);
    for (const row of rows.filter((one) => wasBefore(one, movedAt))) {
      const detail = { ...row };
      await deps.attendances.forget(row, at, {
        effects: row.state === "present" ? [told(activity, row, { startsAt, at })] : [],
        audit: [attendanceEntry(deps, row, { by: BY, at, action: "attendance.void", detail })],
      });
    }
  }
}
