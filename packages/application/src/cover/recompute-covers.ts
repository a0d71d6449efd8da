import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { isOver, outcomeOf } from "@yigong/core/lifecycle/lifecycle.ts";
import { coverNeeded } from "@yigong/core/lifecycle/move.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { settleNeeds } from "./settle-needs.ts";
import { voidCovers } from "./void-covers.ts";

/**
 * Recomputes covers after a promotion, leave, a withdrawal, a rescheduling or a cancellation: voids what is needed no more
 * and asks for what is new.
 *
 * Before recruiting is over nothing is known yet, so nothing is done. Safe to run twice.
 * @param at - when it is computed, ISO-8601 UTC
 * @returns how many needs stand
 */
export const recomputeCovers =
  (deps: CoverDeps) =>
  async (activity: Activity, at: string): Promise<{ needs: number }> => {
    const lifecycle = await deps.lifecycles.get(activity.id);
    if (lifecycle.status === "cancelled") await voidCovers(deps)(activity, "activityCancelled", at);
    if (isOver(lifecycle) || !outcomeOf(lifecycle, "Recruit")) return { needs: 0 };
    const settled = await settleNeeds(deps, activity, at);
    if (settled.needs > 0 && outcomeOf(lifecycle, "Cover")?.kind === "notNeeded")
      await deps.lifecycles.change(activity.id, at, (row) => ({ item: coverNeeded(row) }));
    return settled;
  };
