import { recent } from "@yigong/core/lib/reading.ts";
import type { AttendanceDeps } from "./attendance-stores.ts";
import { hasAttended } from "./has-attended.ts";

/** Whether a member has a place in an activity, was present, or leads it. */
export const hasPart =
  (deps: Pick<AttendanceDeps, "activities" | "attendances" | "participations">) =>
  async (activityId: string, memberId: string): Promise<boolean> => {
    const activity = await deps.activities.get(activityId, recent);
    if (activity.organizerId === memberId) return true;
    const places = await deps.participations.ofMember(activity, memberId, recent);
    return places.some((one) => one.state === "placed") || hasAttended(deps)(activityId, memberId);
  };
