import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { absencesOf } from "@yigong/core/attendance/outcome.ts";
import { systemReason } from "@yigong/core/language/system-reason.ts";
import { approvedOf } from "@yigong/core/leave/leave.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import { findExempt } from "../participation/find-exempt.ts";
import { absenceTold } from "./absence-effects.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";

const IN_FLIGHT = 8;

/**
 * Records an absence, and tells of it, for everybody on the duty list of whom nothing is known at the end of the execute
 * stage, unless they covered somebody's shift or had left.
 *
 * Safe to run twice: a row that is there stays as it is.
 * @param at - ISO-8601 UTC
 * @returns how many absences were written
 */
export const closeAttendance =
  (deps: AttendanceDeps) =>
  async (activity: Activity, at: string): Promise<{ absent: number }> => {
    const [list, participations, leaves, rows] = await Promise.all([
      deps.dutyLists.find(activity.id),
      deps.participations.of(activity),
      deps.leaves.of(activity.id),
      deps.attendances.of(activity.id),
    ]);
    const known = { list: list ?? { memberIds: [] }, participations, onLeave: approvedOf(leaves), rows };
    const noted = { at, why: systemReason("noCheckIn") };
    const suspected = absencesOf({ activity, ...known }, noted).map(({ memberId }) => memberId);
    const exempt = await findExempt(deps, activity, [...new Set(suspected)], {});
    const absences = absencesOf({ activity, ...known, exempt }, noted);
    const sessions = new Map(activity.sessions.map((session) => [session.id as string, session]));
    const { name } = await deps.settings.get();
    let absent = 0;
    await inParallel(absences, IN_FLIGHT, async (row) => {
      const session = sessions.get(row.sessionId);
      let isNew = false;
      await deps.attendances.change(row, at, (before) => {
        isNew = before === undefined;
        if (before) return { item: before };
        return { item: row, effects: session ? [absenceTold({ activity, session }, row, name)] : [] };
      });
      if (isNew) absent += 1;
    });
    deps.wake();
    return { absent };
  };
