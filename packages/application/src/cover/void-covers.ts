import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { annul } from "@yigong/core/cover/answer.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { moveNeeds } from "./move-needs.ts";

/** Ends all covers of an activity, confirmed ones too, and tells whoever was asked or had agreed. Safe to run twice. */
export const voidCovers =
  (deps: CoverDeps) =>
  async (activity: Activity, reason: Cover.Void, at: string): Promise<void> => {
    const needs = await deps.covers.of(activity.id);
    await moveNeeds(deps, { activity, needs, at }, (need) => annul(need, { reason, at }));
  };
