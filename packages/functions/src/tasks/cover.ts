import { people, tell } from "@yigong/application/lifecycle/lifecycle-effects.ts";
import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { type Entered, type StageDeps, stageTask } from "./stage-task.ts";

/**
 * Recruiting is over: places are given out once, too few people cancel the activity, open leave goes to the alliance,
 * and cover is sought for whoever serves during a shift.
 *
 * Safe to run twice: each step writes what is not there yet.
 * @source docs/domain.md A5, A7
 */
export const cover = (
  deps: StageDeps & {
    allocatePlaces: (activity: Activity, at: string) => Promise<{ placed: number; waiting: number; tooFew: boolean }>;
    closeLeaves: (activity: Activity, at: string) => Promise<{ escalated: number }>;
    openCovers: (activity: Activity, at: string) => Promise<{ needs: number }>;
  },
) =>
  stageTask(deps, "Cover", async (activity, at): Promise<Entered> => {
    const { placed, waiting, tooFew } = await deps.allocatePlaces(activity, at);
    if (tooFew) return cancelled(activity, placed, at);
    if (activity.origin !== "alliance")
      return { facts: { placed, waiting }, end: { kind: "notNeeded", reason: "cover is for alliance activities" } };
    const { escalated } = await deps.closeLeaves(activity, at);
    const { needs } = await deps.openCovers(activity, at);
    const to = people(activity, "undecided");
    const told = tell(
      { activity, template: "recruit.undecided", to, dueAt: at, cause: "1" },
      { startsAt: startOf(activity) },
    );
    const facts = { placed, waiting, needs, escalated };
    if (needs > 0 || escalated > 0) return { effects: [told], facts };
    return { effects: [told], facts, end: { kind: "notNeeded", reason: "nobody who serves has a shift then" } };
  });

const cancelled = (activity: Activity, placed: number, at: string): Entered => {
  const minimum = String(activity.minimumPeople);
  const params = { people: String(placed), minimum, startsAt: startOf(activity) };
  const to = people(activity, "participants");
  return {
    facts: { placed, minimum: activity.minimumPeople },
    cancel: { kind: "tooFewPeople", reason: `${placed} people, at least ${minimum} are needed` },
    effects: [tell({ activity, template: "activity.cancelledTooFew", to, dueAt: at, cause: "1" }, params)],
  };
};
