import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { expire, giveUp } from "@yigong/core/cover/answer.ts";
import { type Info as Need, wasGivenBack } from "@yigong/core/cover/cover.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { moveNeeds } from "./move-needs.ts";

/**
 * Ends the search at the stage's deadline: what nobody agreed to is unfilled and told; who agreed may still be confirmed, and what
 * a coverer gave back is sought until the shift begins. Safe to run twice.
 */
export const closeCovers =
  (deps: CoverDeps) =>
  async (activity: Activity, at: string): Promise<{ unfilled: number }> => {
    const needs = await deps.covers.of(activity.id);
    const closed = (need: Need) =>
      wasGivenBack(need) ? expire(need, at) : giveUp(expire(need, at), { reason: "deadline", at });
    await moveNeeds(deps, { activity, needs, at }, closed);
    return { unfilled: needs.filter((need) => closed(need).status === "unfilled").length };
  };
