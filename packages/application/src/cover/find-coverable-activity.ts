import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { CoverDeps } from "./cover-stores.ts";

/** Finds an activity in which covers can still be arranged. @throws `activity.missing`, `lifecycle.cancelled` */
export async function coverableActivity(
  deps: Pick<CoverDeps, "activities" | "lifecycles">,
  activityId: string,
): Promise<Activity> {
  const [activity, lifecycle] = await Promise.all([
    deps.activities.get(activityId, recent),
    deps.lifecycles.get(activityId),
  ]);
  if (lifecycle.status === "cancelled")
    throw new Refusal("conflict", "lifecycle.cancelled", "The activity was cancelled; no cover is needed.");
  return activity;
}
