import { type Info as Activity, lastInstantOf } from "@yigong/core/activity/activity.ts";
import type { Issuer } from "../manifest/scorer.ts";

/** An activity as what gives points. */
export const issuerFrom = (activity: Activity): Issuer => ({
  id: activity.id,
  title: activity.title,
  endedAt: lastInstantOf(activity),
});
