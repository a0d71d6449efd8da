import { entryOf } from "@yigong/core/audit/audit.ts";
import { requireForeign } from "@yigong/core/award/committee.ts";
import { keepFrozen, lapse } from "@yigong/core/award/move.ts";
import * as Run from "@yigong/core/award/run.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import { nudge } from "./award-effects.ts";
import type { AwardDeps } from "./award-stores.ts";
import { checkStale } from "./detect-stale-run.ts";
import { findDecider } from "./find-decider.ts";
import { rankedRun } from "./run-states.ts";

/**
 * Says, with a reason, that a run stays as it was frozen although points of its year were posted since; the next run
 * counts them.
 *
 * @throws `award.not_ranked`, `award.not_waiting`, `award.not_stale`, `award.own_case`
 * @source docs/awards.md A run
 */
export const keepFrozenRun =
  (deps: AwardDeps) =>
  async (key: Run.Key, reason: string, by: ByAt): Promise<Run.Info> => {
    const { actorId, at } = by;
    const run = await rankedRun(deps, key);
    const decider = await findDecider(deps, by);
    const honours = "decision" in run && run.decision ? run.decision.honours : run.outcome.places;
    requireForeign(
      honours.map(({ pseudonym }) => pseudonym),
      decider,
    );
    await checkStale(deps, run, at);
    const after = await deps.awards.change(key, at, (row) => {
      const item = lapse(keepFrozen(row, { by: actorId, reason, at }), at);
      const told = { subjectId: Run.idOf(key), at, action: "award.keep", by, reason };
      return { item, effects: [nudge(row, at)], audit: [entryOf(deps.newId, told)] };
    });
    deps.wake();
    return after;
  };
