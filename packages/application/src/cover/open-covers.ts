import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { settleNeeds } from "./settle-needs.ts";

/**
 * Opens the cover stage: computes the needs and asks the first people. Safe to run twice.
 *
 * @param at - the stage's entered time, ISO-8601 UTC
 * @returns how many needs stand
 * @source docs/domain.md A7, lifecycle 2
 */
export const openCovers =
  (deps: CoverDeps) =>
  (activity: Activity, at: string): Promise<{ needs: number }> =>
    settleNeeds(deps, activity, at);
