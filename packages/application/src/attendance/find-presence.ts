import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { presenceOf } from "@yigong/core/attendance/outcome.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { type Info as Lifecycle, outcomeOf } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Presence } from "@yigong/core/participation/duty.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { ownAttendances } from "./own-attendances.ts";

/** One member of an activity that was just read. */
export interface OneMember {
  memberId: string;
  activity: Activity;
  lifecycle: Lifecycle;
}

/** Who was present and who was absent, of everybody or of one; undefined until the execute stage is over. */
export type FindPresence = (activityId: string, one?: OneMember) => Promise<Presence | undefined>;

export const findPresence =
  (deps: Pick<AttendanceDeps, "attendances" | "lifecycles">): FindPresence =>
  async (activityId, one) => {
    const lifecycle = one?.lifecycle ?? (await deps.lifecycles.get(activityId, recent));
    if (!outcomeOf(lifecycle, "Execute")) return undefined;
    return presenceOf(await (one ? ownAttendances(deps, one.activity, one.memberId) : deps.attendances.of(activityId)));
  };
