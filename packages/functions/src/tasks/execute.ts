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
    closeCovers: (activity: Activity, at: string) => Promise<unknown>;
    closeLeaves: (activity: Activity, at: string) => Promise<unknown>;
  },
) =>
  stageTask(deps, "Execute", async (activity, at) => {
    if (activity.origin === "alliance") {
      await deps.closeCovers(activity, at);
      await deps.closeLeaves(activity, at);
    }
    return { effects: startReminders(activity, at) };
  });
