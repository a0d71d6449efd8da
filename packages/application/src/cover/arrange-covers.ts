import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import type { CoverDeps } from "./cover-standing.ts";
import { closeCovers, coverRound } from "./match-covers.ts";
import { openCovers, recompute, voidAll } from "./recompute-covers.ts";

/** What the lifecycle does with covers; each is safe to run twice. Instants are ISO-8601 UTC. */
export interface CoverWork {
  /** Computes the needs and asks the first people. */
  openCovers(activity: Activity, at: string): Promise<{ needs: number }>;
  /** At the stage's deadline: what nobody agreed to is unfilled and told. */
  closeCovers(activity: Activity, at: string): Promise<void>;
  /** After a promotion, leave, a withdrawal, a rescheduling or a cancellation. */
  recompute(activity: Activity, at: string): Promise<{ needs: number }>;
  voidAll(activity: Activity, reason: Cover.Void, at: string): Promise<void>;
  /** One common round, or the matching after a no. */
  coverRound(activityId: string, at: string): Promise<void>;
  counts(activityId: string): Promise<Cover.Counts>;
  /** Covers that earn points. */
  covered(activityId: string): Promise<{ memberId: string; needId: string }[]>;
}

export const coverWork = (deps: CoverDeps): CoverWork => ({
  openCovers: (activity, at) => openCovers(deps, activity, at),
  closeCovers: (activity, at) => closeCovers(deps, activity, at),
  recompute: (activity, at) => recompute(deps, activity, at),
  voidAll: (activity, reason, at) => voidAll(deps, activity, reason, at),
  coverRound: (activityId, at) => coverRound(deps, activityId, at),
  counts: async (activityId) => Cover.countsOf(await deps.covers.of(activityId)),
  covered: async (activityId) => Cover.doneCovers(await deps.covers.of(activityId)),
});
