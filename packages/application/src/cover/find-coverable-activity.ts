import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { lifecycleRefusal } from "@yigong/core/lifecycle/lifecycle.refusals.ts";
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
  if (lifecycle.status === "cancelled") throw lifecycleRefusal("lifecycle.cancelled/cover");
  return activity;
}
