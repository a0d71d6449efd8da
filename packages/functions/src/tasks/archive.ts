import { archiveEscalation, archiveReminder } from "@yigong/application/lifecycle/stage-reminders.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { type StageDeps, stageTask } from "./stage-task.ts";

/**
 * Service is over: undecided leave is approved, absences are recorded, and reminders of the archive are planned.
 *
 * Safe to run twice: rows that are there stay as they are.
 * @source docs/domain.md A5, E2
 */
export const archive = (
  deps: StageDeps & {
    settleLeaves: (activity: Activity, at: string) => Promise<{ settled: number }>;
    closeAttendance: (activity: Activity, at: string) => Promise<{ absent: number }>;
  },
) =>
  stageTask(deps, "Archive", async (activity, at, lifecycle) => {
    const { settled } = await deps.settleLeaves(activity, at);
    const { absent } = await deps.closeAttendance(activity, at);
    const { archiveDueAt } = lifecycle;
    return {
      facts: { settled, absent },
      effects: [archiveReminder(activity, archiveDueAt, at), archiveEscalation(activity.id, archiveDueAt, 1)],
    };
  });
