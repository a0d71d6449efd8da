import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { countShard as count } from "@yigong/application/award/count-shard.ts";
import { requireCarrier } from "@yigong/core/award/move.ts";
import * as z from "zod";
import { task } from "../../lib/task.ts";
import { RunInput } from "./task-input.ts";

/**
 * Counts one shard of the frozen people. Safe to run twice: what it writes follows from the manifest.
 *
 * @throws `award.superseded`, `award.withdrawn`, `award.chain_broken`
 */
export const countShard = (deps: AwardDeps) =>
  task(RunInput.extend({ shard: z.int().nonnegative() }), async ({ year, run, generation, shard }) => {
    const row = await deps.awards.get({ year, run });
    requireCarrier(row, generation);
    if (row.status === "computing") await count(deps, row, { manifest: row.manifest, shard });
    return {};
  });
