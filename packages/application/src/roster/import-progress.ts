import type { Batch } from "@yigong/core/roster/roster.ts";
import type { Step } from "@yigong/core/staging/head.ts";
import type { RosterDeps } from "./roster-stores.ts";

/** A write unit each time: forty of them for the largest roster. */
const TOLD_EVERY = 1_000;

/** Where in a write the steps are taken. */
interface Watching {
  batchId: string;
  writeId: string;
  /** The part of the whole that is done when the first step is taken; without it nothing is told. */
  share: number | undefined;
}

/** The steps of a write, which tell how far it is while they are taken. */
export async function watched(
  { rosters }: Pick<RosterDeps, "rosters">,
  { batchId, writeId, share }: Watching,
): Promise<AsyncIterable<Step<unknown>>> {
  const progress = share === undefined ? undefined : await rosters.progress(batchId);
  const steps = rosters.steps(batchId, writeId);
  // An import that an earlier version began has told no total.
  if (!progress || share === undefined) return steps;
  const { total } = progress;
  const tell = (done: number) => rosters.tellProgress(batchId, { done: Math.min(done, total), total });
  return (async function* () {
    let done = Math.floor(total * share);
    if (share > 0) await tell(done);
    for await (const step of steps) {
      yield step;
      done += 1;
      if (done % TOLD_EVERY === 0) await tell(done);
    }
  })();
}

/** An import as it is shown: with its progress while it is under way. */
export async function withProgress({ rosters }: Pick<RosterDeps, "rosters">, batch: Batch) {
  const isUnderWay = batch.status === "applying" || batch.status === "undoing";
  const progress = isUnderWay ? await rosters.progress(batch.id) : undefined;
  return { ...batch, ...(progress && { progress }) };
}
