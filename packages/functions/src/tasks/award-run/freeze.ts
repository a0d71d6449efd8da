import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { freezeYear } from "@yigong/application/award/freeze-year.ts";
import { enter, freeze as freezeRun, requireCarrier } from "@yigong/core/award/move.ts";
import { task } from "../../lib/task.ts";
import { RunInput } from "./task-input.ts";

/**
 * Freezes the year, once: a run that has a manifest keeps it.
 *
 * Safe to run twice, at once or late: what it writes lies under its digest, and one manifest wins.
 * @returns how many shards there are to count
 * @throws `award.superseded`, `award.withdrawn`
 */
export const freeze = (deps: AwardDeps) =>
  task(RunInput, async ({ year, run, generation, at }) => {
    const entered = await deps.awards.change({ year, run }, at, (row) => {
      requireCarrier(row, generation);
      return { item: enter(row, "Freeze", at) };
    });
    if ("shards" in entered) return { shards: entered.shards };
    const frozen = await freezeYear(deps, entered, at);
    const kept = await deps.awards.change({ year, run }, at, (row) => ({ item: freezeRun(row, frozen) }));
    return { shards: "shards" in kept ? kept.shards : 0 };
  });
