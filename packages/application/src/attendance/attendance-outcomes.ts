import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { absencesOf, presenceOf, type Service, servicesOf } from "@yigong/core/attendance/outcome.ts";
import { approvedOf } from "@yigong/core/leave/leave.ts";
import { type Part, type PartRequest, partOf } from "@yigong/core/lib/part.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { outcomeOf } from "@yigong/core/lifecycle/lifecycle.ts";
import { countStates, dutyStates, type Presence, type State } from "@yigong/core/participation/duty.ts";
import { inParallel } from "../lib/parallel.ts";
import type { Turned } from "../participation/list-people.ts";
import { absenceTold } from "./call-roll.ts";
import type { AttendanceDeps } from "./find-session.ts";

const IN_FLIGHT = 8;
/** Written as a person would, in both languages: the row has no reader's language. */
const NO_CHECK_IN = "没有签到记录 / no check-in";

/** What the lifecycle does with attendances, and what others ask of them. Instants are ISO-8601 UTC. */
export interface AttendanceWork {
  /** At the end of the execute stage: whoever is on the duty list and of whom nothing is known was absent, and is told. Safe to run twice. */
  closeAttendance(activity: Activity, at: string): Promise<{ absent: number }>;
  /** What everybody who was present did: what points are posted from. */
  served(issuer: { id: string }): Promise<Service[]>;
  /** Who was present in some session, part by part. */
  attended(activityId: string, part: PartRequest): Promise<Part>;
  hasAttended(activityId: string, memberId: string): Promise<boolean>;
  /** Whether a member has a place, was present, or leads the activity. */
  partakes(activityId: string, memberId: string): Promise<boolean>;
  /** How people turned out, or one of them; undefined until the execute stage is over. */
  presenceOf(activityId: string, one?: Turned): Promise<Presence | undefined>;
  /** How many of the duty list are in each state; once the stage is over, as they turned out. */
  dutyCounts(activity: Activity): Promise<Record<State, number>>;
}

async function factsOf(deps: AttendanceDeps, activity: Activity) {
  const [list, participations, leaves, rows] = await Promise.all([
    deps.dutyLists.find(activity.id),
    deps.participations.of(activity),
    deps.leaves.of(activity.id),
    deps.attendances.of(activity.id),
  ]);
  return { list: list ?? { memberIds: [] }, participations, onLeave: approvedOf(leaves), rows };
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

export function attendanceWork(deps: AttendanceDeps): AttendanceWork {
  /** Everybody asks for themselves, so only their own rows are read: the whole list once a person would be quadratic. */
  const ownRows = async ({ id: activityId, sessions }: Activity, memberId: string) => {
    const keys = sessions.map((session) => ({ activityId, sessionId: session.id, memberId }));
    const found = await Promise.all(keys.map((key) => deps.attendances.find(key, recent)));
    return found.filter((row) => row !== undefined);
  };
  const wasPresent = async (activity: Activity, memberId: string) =>
    presenceOf(await ownRows(activity, memberId)).present.has(memberId);
  const presence = async (activityId: string, one?: Turned) => {
    const lifecycle = one?.lifecycle ?? (await deps.lifecycles.get(activityId, recent));
    if (!outcomeOf(lifecycle, "Execute")) return undefined;
    return presenceOf(await (one ? ownRows(one.activity, one.memberId) : deps.attendances.of(activityId)));
  };
  return {
    presenceOf: presence,
    closeAttendance: (activity, at) => closeAttendance(deps, activity, at),
    served: async ({ id }) => servicesOf(await deps.attendances.of(id), deps.zone),
    async attended(activityId, part) {
      const { sessions } = await deps.activities.get(activityId);
      const keys = sessions.map(({ id: sessionId }) => ({ activityId, sessionId }));
      const found = await Promise.all(keys.map((key) => deps.attendances.after(key, part)));
      const [until] = found.flatMap(({ next }) => next ?? []).sort();
      const rows = found.flatMap((one) => one.rows);
      const seen = rows.filter(({ memberId }) => until === undefined || memberId <= until);
      return partOf([...presenceOf(seen).present], part.limit, until);
    },
    hasAttended: async (activityId, memberId) => wasPresent(await deps.activities.get(activityId, recent), memberId),
    async partakes(activityId, memberId) {
      const activity = await deps.activities.get(activityId, recent);
      if (activity.organizerId === memberId) return true;
      const places = await deps.participations.ofMember(activity, memberId, recent);
      return places.some((one) => one.state === "placed") || wasPresent(activity, memberId);
    },
    async dutyCounts(activity) {
      const { rows: _, ...facts } = await factsOf(deps, activity);
      return countStates(dutyStates({ ...facts, presence: await presence(activity.id) }));
    },
  };
}
