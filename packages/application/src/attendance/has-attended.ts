import { presenceOf } from "@yigong/core/attendance/outcome.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { ownAttendances } from "./own-attendances.ts";

/** Whether a member was present in some session of an activity. */
export const hasAttended =
  (deps: Pick<AttendanceDeps, "activities" | "attendances">) =>
  async (activityId: string, memberId: string): Promise<boolean> => {
    const activity = await deps.activities.get(activityId, recent);
    return presenceOf(await ownAttendances(deps, activity, memberId)).present.has(memberId);
  };
