import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import { isThere } from "@yigong/core/participation/exempt.ts";
import { attendanceEntry } from "./attendance-audit.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

const BY = { actorId: "system" };

export type ExcuseDeps = Pick<AttendanceDeps, "attendances" | "newId" | "zone">;

/** Excuses absences in sessions from the leaving date on that were put down before it was known. Safe to run twice. */
export async function excuseLeaver(deps: ExcuseDeps, activity: Activity, member: Member, at: string): Promise<void> {
  for (const { id: sessionId, startsAt } of activity.sessions) {
    if (startsAt > at || isThere(member, startsAt, deps.zone)) continue;
    const key = { activityId: activity.id, sessionId, memberId: member.id };
    const row = await deps.attendances.find(key);
    if (row?.state !== "absent" || row.excused) continue;
    const audit = [attendanceEntry(deps, key, { by: BY, at, action: "absence.excuseLeaver" })];
    await deps.attendances.change(key, at, (before) =>
      before?.state === "absent" && !before.excused
        ? { item: { ...before, excused: true }, audit }
        : { item: before ?? row },
    );
  }
}
