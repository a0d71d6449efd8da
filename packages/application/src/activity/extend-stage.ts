import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { lifecycleRefusal } from "@yigong/core/lifecycle/lifecycle.refusals.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import { extend } from "@yigong/core/lifecycle/move.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { nudge } from "../lifecycle/lifecycle-effects.ts";
import { archiveReminder, startReminders, undecidedReminder } from "../lifecycle/stage-reminders.ts";
import { type ActivityChangeDeps, applyChangeEffect, type ChangedBy } from "./activity-change.ts";

/** What a stage's new deadline must stay before, so that the stages keep their order. */
function ceiling(row: Lifecycle.Info, activity: Activity, stage: Lifecycle.Stage): string | undefined {
  if (stage === "Recruit") return Lifecycle.deadlineOf(row, "Cover");
  return stage === "Cover" ? startOf(activity) : undefined;
}

/** The effects of a new deadline: the stage's reminder, the notice, and the end of a survey. */
function followingUp(
  activity: Activity,
  { status }: Lifecycle.Info,
  { stage, until, at }: { stage: Lifecycle.Stage; until: string; at: string },
): Effect[] {
  const follow = applyChangeEffect(activity.id, `extended.${until}`, at);
  if (stage === "Recruit")
    return activity.origin === "alliance" ? [follow, undecidedReminder(activity, until, at)] : [follow];
  if (stage === "Execute")
    return status === "executing" ? startReminders(activity, at).filter(({ dueAt }) => dueAt > at) : [];
  if (stage === "Archive") return status === "archiving" ? [archiveReminder(activity, until, at)] : [];
  return stage === "Survey" ? [follow] : [];
}

/**
 * Gives a stage more time.
 *
 * @throws `lifecycle.not_later`, `lifecycle.plan_order`, `lifecycle.stage_closed`, `lifecycle.stage_not_open`,
 * `lifecycle.cancelled`
 */
export const extendStage =
  (deps: ActivityChangeDeps) =>
  async (
    activity: Activity,
    { stage, until }: { stage: Lifecycle.Stage; until: string },
    by: ChangedBy,
  ): Promise<Lifecycle.Info> => {
    const { at, reason } = by;
    const entry = { subjectId: activity.id, at, action: "lifecycle.extend", by, reason, detail: { stage, until } };
    const row = await deps.lifecycles.change(activity.id, at, (before) => {
      const item = extend(before, stage, { until, at });
      const limit = ceiling(before, activity, stage);
      if (limit !== undefined && (stage === "Cover" ? until > limit : until >= limit))
        throw lifecycleRefusal("lifecycle.plan_order/extend", { limit });
      return {
        item,
        effects: [nudge(before, at), ...followingUp(activity, item, { stage, until, at })],
        audit: [entryOf(deps.newId, entry)],
      };
    });
    deps.wake();
    return row;
  };
