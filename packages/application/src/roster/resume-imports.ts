import { Refusal } from "@yigong/core/lib/error.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { Batch } from "@yigong/core/roster/roster.ts";
import { carryOn } from "./apply-import.ts";
import type { RosterDeps } from "./roster-stores.ts";
import { carryOnUndo } from "./undo-import.ts";

/** A request lives for a minute at most: whoever began this long ago is not at work any more. */
const ABANDONED_HOURS = 1 / 6;

/** Finishes the import or undo that a process left half done, if there is one. For a start; safe to run twice. */
export async function resumeImports(deps: RosterDeps): Promise<void> {
  const batch = await underWay(deps);
  if (batch) await finish(deps, batch);
}

/**
 * Finishes an import or undo that was begun ten minutes ago or earlier, for where no process starts again.
 *
 * A younger one is left to the request that works on it. Should somebody take it up again at the same moment, both go on
 * to the same end.
 */
export const finishImports = (deps: RosterDeps & { now: () => string }) => async (): Promise<void> => {
  const batch = await underWay(deps);
  const begun = batch && begunAt(batch);
  if (batch && begun !== undefined && plusHours(begun, ABANDONED_HOURS) <= deps.now()) await finish(deps, batch);
};

async function underWay({ rosters }: RosterDeps): Promise<Batch | undefined> {
  const head = await rosters.head();
  return head.phase === "idle" ? undefined : rosters.get(head.batchId);
}

function begunAt(batch: Batch): string | undefined {
  if (batch.status === "applying") return batch.applyAt;
  return batch.status === "undoing" ? batch.undoAt : undefined;
}

async function finish(deps: RosterDeps, batch: Batch): Promise<void> {
  try {
    if (batch.status === "applying") await carryOn(deps, batch);
    if (batch.status === "undoing") await carryOnUndo(deps, batch);
  } catch (error) {
    // It was given up as a whole: the batch is as it was before.
    if (!(error instanceof Refusal && ["roster.stale", "roster.changed_since"].includes(error.code))) throw error;
  }
}
