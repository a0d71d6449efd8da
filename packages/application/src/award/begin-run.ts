import { entryOf } from "@yigong/core/audit/audit.ts";
import { awardRefusal } from "@yigong/core/award/award.refusals.ts";
import { begin } from "@yigong/core/award/move.ts";
import * as Run from "@yigong/core/award/run.ts";
import { drawnFrom } from "@yigong/core/award/source.ts";
import { CLASH, untilSaved } from "@yigong/core/lib/optimistic.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { balanceOf } from "@yigong/core/points/account.ts";
import { start } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";
import { activitiesOf } from "./find-year-activities.ts";
import { beginningOf } from "./year-bounds.ts";

export type BeginDeps = Pick<
  AwardDeps,
  "awards" | "activities" | "lifecycles" | "members" | "ledger" | "awardDefinition" | "newId" | "zone" | "wake"
>;

/** Whether a year has activities, or points of anybody. */
async function hasAnything(deps: BeginDeps, year: number): Promise<boolean> {
  if ((await activitiesOf(deps, year)).length > 0) return true;
  const accounts = await deps.ledger.accountsOf((await deps.members.all()).map(({ pseudonym }) => pseudonym));
  return [...accounts.values()].some((account) => balanceOf(account, year) !== undefined);
}

/**
 * Begins a year's next run. Begun twice at once, there is one.
 *
 * @param by - for the audit, when a person begins it
 * @param after - the run that it is to follow; another newest run is refused
 * @throws `award.year_not_over`, `award.empty_year`, `award.running` while a run of the year is under way, `award.superseded` when the newest
 * run is another than `after`, `store.busy`
 */
export const beginRun =
  (deps: BeginDeps) =>
  async (
    year: number,
    { cause, at, after, by }: { cause: Run.Cause; at: string; after?: number; by?: By },
  ): Promise<Run.Info> => {
    if (at < beginningOf(year + 1, deps.zone)) throw awardRefusal("award.year_not_over", { year });
    return untilSaved(async () => {
      const before = await deps.awards.year(year);
      if (after !== undefined && before.latest !== after)
        throw awardRefusal("award.superseded/newer", { run: before.latest, year });
      if (before.latest > 0 && !Run.isOver(await deps.awards.get({ year, run: before.latest })))
        throw awardRefusal("award.running", { run: before.latest, year });
      if (before.latest === 0 && !(await hasAnything(deps, year))) throw awardRefusal("award.empty_year", { year });
      const key = { year, run: before.latest + 1 };
      const row = begin({ key, cause, announced: drawnFrom(before), definition: deps.awardDefinition, at });
      const told = by && { subjectId: Run.idOf(key), at, action: "award.begin", by, reason: cause.reason };
      const audit = told ? [entryOf(deps.newId, told)] : [];
      const saved = await deps.awards.begin(row, before, { effects: [start(row, at)], audit });
      if (!saved) return CLASH;
      deps.wake();
      return row;
    });
  };
