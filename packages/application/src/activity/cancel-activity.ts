import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type { Cancellation, Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { cancel } from "@yigong/core/lifecycle/move.ts";
import { nudge, people, tell } from "../lifecycle/lifecycle-effects.ts";
import { type ActivityChangeDeps, applyChangeEffect, type ChangedBy } from "./activity-change.ts";

/**
 * Cancels an activity with a reason. Every record stays, and everybody concerned is told.
 *
 * @throws `lifecycle.cancelled`, `lifecycle.award_begun`
 */
export const cancelActivity =
  (deps: ActivityChangeDeps) =>
  async (
    activity: Activity,
    by: ChangedBy & { reason: string },
    kind: Cancellation["kind"] = "requested",
  ): Promise<Lifecycle> => {
    const { at, reason, actorId } = by;
    const to = people(activity, "participants");
    const told = tell(
      { activity, template: "activity.cancelled", to, dueAt: at, cause: "1" },
      { startsAt: startOf(activity), reason },
    );
    const entry = { subjectId: activity.id, at, action: "activity.cancel", by, reason };
    const row = await deps.lifecycles.change(activity.id, at, (before) => ({
      item: cancel(before, { kind, at, by: actorId, reason }),
      effects: [nudge(before, at), told, ...(by.also ?? []), applyChangeEffect(activity.id, "cancelled", at)],
      audit: [entryOf(deps.newId, entry)],
    }));
    deps.wake();
    return row;
  };
