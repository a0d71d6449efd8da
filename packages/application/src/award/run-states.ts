import { awardRefusal } from "@yigong/core/award/award.refusals.ts";
import type * as Run from "@yigong/core/award/run.ts";
import type { AwardDeps } from "./award-stores.ts";

/** A run that is computed: it has standings. */
export type Ranked = Extract<Run.Info, { outcome: unknown }>;
export const isRanked = (run: Run.Info): run is Ranked => "outcome" in run;

/** A run on whose five the committee has decided. */
export type Decided = Extract<Run.Info, { objections: unknown }>;
export const isDecided = (run: Run.Info): run is Decided => "objections" in run;

/** Reads a run that is computed. @throws `award.missing`, `award.not_ranked` */
export async function rankedRun({ awards }: Pick<AwardDeps, "awards">, key: Run.Key): Promise<Ranked> {
  const run = await awards.get(key);
  if (!isRanked(run)) throw awardRefusal("award.not_ranked");
  return run;
}
