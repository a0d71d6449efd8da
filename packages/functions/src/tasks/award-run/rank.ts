import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { rankYear } from "@yigong/application/award/rank-year.ts";
import { enter, rank as rankRun, requireCarrier } from "@yigong/core/award/move.ts";
import { task } from "../../lib/task.ts";
import { RunInput } from "./task-input.ts";

/**
 * Ranks the counted people and hands the run to the committee. Safe to run twice: the result follows from the manifest.
 *
 * @throws `stage.early` before the freeze, `award.superseded`, `award.withdrawn`
 */
export const rank = (deps: AwardDeps) =>
  task(RunInput, async ({ year, run, generation, at }) => {
    const row = await deps.awards.change({ year, run }, at, (before) => {
      requireCarrier(before, generation);
      return { item: enter(before, "Compute", at) };
    });
    if (row.status !== "computing") return {};
    const outcome = await rankYear(deps, row, row.manifest);
    await deps.awards.change({ year, run }, at, (before) => ({ item: rankRun(before, outcome) }));
    return {};
  });
