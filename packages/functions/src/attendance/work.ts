import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { absencesOf, presenceOf, type Service, servicesOf } from "@yigong/core/attendance/outcome.ts";
import { countStates, dutyStates, type Presence, type State } from "@yigong/core/participation/duty.ts";
import { inParallel } from "../lib/parallel.ts";
import type { AttendanceDeps } from "./deps.ts";
import { absenceTold } from "./roll-call.ts";

const IN_FLIGHT = 8;
/** Written as a person would, in both languages: the row has no reader's language. */
const NO_CHECK_IN = "没有签到记录 / no check-in";

/** What the lifecycle does with attendances; each is safe to run twice. Instants are ISO-8601 UTC. */
export interface AttendanceWork {
  /** At the end of the execute stage: whoever is on the duty list and of whom nothing is known was absent, and is told. */
  closeAttendance(activity: Activity, at: string): Promise<{ absent: number }>;
  /** What everybody who was present did: what points are posted from. */
  presentOf(activityId: string): Promise<Service[]>;
  attended(activityId: string, memberId: string): Promise<boolean>;
  /** Who was present, and whose absences are excused. */
  presenceOf(activityId: string): Promise<Presence>;
  /** How many of the duty list are in each state; after the stage, as they turned out. */
  dutyCounts(activity: Activity, options: { after: boolean }): Promise<Record<State, number>>;
}

async function factsOf(deps: AttendanceDeps, activity: Activity) {
  const [list, participations, leaves, rows] = await Promise.all([
    deps.dutyLists.find(activity.id),
    deps.participations.of(activity),
    deps.leaves.of(activity.id),
    deps.attendances.of(activity.id),
  ]);
  const onLeave = new Set(leaves.flatMap((leave) => (leave.status === "approved" ? [leave.memberId] : [])));
  return { list: list ?? { memberIds: [] }, participations, onLeave, rows };
}

async function closeAttendance(deps: AttendanceDeps, activity: Activity, at: string): Promise<{ absent: number }> {
  const absences = absencesOf({ activity, ...(await factsOf(deps, activity)) }, { at, why: NO_CHECK_IN });
  const sessions = new Map(activity.sessions.map((session) => [session.id as string, session]));
  const { name } = await deps.settings.get();
  let absent = 0;
  await inParallel(absences, IN_FLIGHT, async (row) => {
    const session = sessions.get(row.sessionId);
    const written = await deps.attendances.change(row, at, (before) => {
      if (before) return { item: before };
      return { item: row, effects: session ? [absenceTold({ activity, session }, row, name)] : [] };
    });
    if (written === row) absent += 1;
  });
  deps.wake();
  return { absent };
}

export const attendanceWork = (deps: AttendanceDeps): AttendanceWork => ({
  closeAttendance: (activity, at) => closeAttendance(deps, activity, at),
  presentOf: async (activityId) => servicesOf(await deps.attendances.of(activityId), deps.zone),
  attended: async (activityId, memberId) => presenceOf(await deps.attendances.of(activityId)).present.has(memberId),
  presenceOf: async (activityId) => presenceOf(await deps.attendances.of(activityId)),
  async dutyCounts(activity, { after }) {
    const { rows, ...facts } = await factsOf(deps, activity);
    return countStates(dutyStates(after ? { ...facts, presence: presenceOf(rows) } : facts));
  },
});
