import { startReminders } from "@yigong/application/lifecycle/stage-reminders.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { type StageDeps, stageTask } from "./stage-task.ts";

/**
 * Cover is settled, leave that a branch left undecided goes to the alliance, those who serve are reminded.
 *
 * Safe to run twice: what is closed or passed on stays so.
 * @source docs/domain.md A5, lifecycle 3
 */
export const execute = (
  deps: StageDeps & {
    closeCovers: (activity: Activity, at: string) => Promise<{ unfilled: number }>;
    closeLeaves: (activity: Activity, at: string) => Promise<{ escalated: number }>;
  },
) =>
  stageTask(deps, "Execute", async (activity, at) => {
    const effects = startReminders(activity, at);
    if (activity.origin !== "alliance") return { effects };
    const { unfilled } = await deps.closeCovers(activity, at);
    const { escalated } = await deps.closeLeaves(activity, at);
    return { effects, facts: { unfilled, escalated } };
  });
