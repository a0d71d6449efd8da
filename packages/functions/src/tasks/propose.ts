import { holders, tell } from "@yigong/application/lifecycle/lifecycle-effects.ts";
import { startOf } from "@yigong/core/activity/activity.ts";
import { type StageDeps, stageTask } from "./stage-task.ts";

/** A team's or a volunteer's plan waits for the alliance; nobody else can end this stage. Safe to run twice. @source docs/domain.md A8 */
export const propose = (deps: StageDeps & { nameOf: (memberId: string) => Promise<string> }) =>
  stageTask(deps, "Propose", async (activity, at) => {
    const name = await deps.nameOf(activity.organizerId);
    const to = holders("alliance");
    return {
      effects: [
        tell(
          { activity, template: "proposal.submitted", to, dueAt: at, cause: "1" },
          { name, startsAt: startOf(activity) },
        ),
      ],
    };
  });
