import { activityRefusal } from "../activity/activity.refusals.ts";
import type { Info as Activity } from "../activity/activity.ts";
import { changedFields, placesOf } from "../activity/revise.ts";
import { lifecycleRefusal } from "./lifecycle.refusals.ts";
import * as Lifecycle from "./lifecycle.ts";

const isPast = (row: Lifecycle.Info, stage: Lifecycle.Stage): boolean =>
  Lifecycle.STAGES.indexOf(Lifecycle.stageOf(row)) > Lifecycle.STAGES.indexOf(stage) ||
  Lifecycle.outcomeOf(row, stage) !== undefined;

/** Lets people change what an activity is, until it is cancelled or points are posted. @throws `lifecycle.cancelled`, `activity.awarded` */
export function requireChangeable(row: Lifecycle.Info): void {
  if (row.status === "cancelled") throw lifecycleRefusal("lifecycle.cancelled");
  if (row.status === "awarding" || row.status === "done") throw activityRefusal("activity.awarded");
}

/** While people are recruited the least number of them can be reached. @throws `activity.minimum_too_high` */
export function requireMinimum(after: Activity, row: Lifecycle.Info): void {
  if (isPast(row, "Recruit")) return;
  const [minimum, places] = [after.minimumPeople, placesOf(after)];
  if (minimum > places) throw activityRefusal("activity.minimum_too_high", { minimum, places });
}

/**
 * Lets an organizer say an activity otherwise.
 *
 * @throws `lifecycle.cancelled`, `activity.awarded`, `activity.minimum_too_high`, `activity.minimum_past` once recruiting has
 * decided by it, `activity.served_past` once the archive is filed
 */
export function requireRevisable(before: Activity, after: Activity, row: Lifecycle.Info): void {
  requireChangeable(row);
  const changed = changedFields(before, after);
  if (changed.includes("minimumPeople")) {
    if (isPast(row, "Recruit")) throw activityRefusal("activity.minimum_past");
    requireMinimum(after, row);
  }
  if (changed.includes("servedParty") && isPast(row, "Archive")) throw activityRefusal("activity.served_past");
}
