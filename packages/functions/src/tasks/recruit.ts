import { people, tell } from "@yigong/application/lifecycle/lifecycle-effects.ts";
import { undecidedReminder } from "@yigong/application/lifecycle/stage-reminders.ts";
import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { deadlineOf } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { type StageDeps, stageTask } from "./stage-task.ts";

/**
 * Recruitment opens: the notice goes to the office system, the duty list is fixed, those on it are told.
 *
 * Safe to run twice: list and notice are written once.
 * @source docs/domain.md A3, A4
 */
export const recruit = (
  deps: StageDeps & {
    fixDutyList: (activity: Activity, at: string) => Promise<{ memberIds: readonly string[] }>;
    announce: (activity: Activity, at: string) => Promise<void>;
    invite: (activity: Activity, at: string) => Promise<readonly Effect[]>;
  },
) =>
  stageTask(deps, "Recruit", async (activity, at, lifecycle) => {
    await deps.announce(activity, at);
    const invited = await deps.invite(activity, at);
    if (activity.origin !== "alliance") return { effects: invited };
    const { memberIds } = await deps.fixDutyList(activity, at);
    const recruitUntilAt = deadlineOf(lifecycle, "Recruit") ?? activity.recruitUntil;
    const to = people(activity, "dutyList");
    const duty = tell(
      { activity, template: "recruit.duty", to, dueAt: at, cause: "1" },
      { startsAt: startOf(activity), place: activity.place, recruitUntilAt },
    );
    const effects = [...invited, duty, undecidedReminder(activity, recruitUntilAt, at)];
    return { effects, facts: { asked: memberIds.length } };
  });
