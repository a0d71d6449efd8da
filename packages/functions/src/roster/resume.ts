import { Refusal } from "@yigong/core/lib/error.ts";
import { carryOn } from "./apply.ts";
import type { RosterDeps } from "./deps.ts";
import { carryOnUndo } from "./undo.ts";

/** Finishes the import or undo that a process left half done, if there is one. For a start; safe to run twice. */
export async function resumeImports(deps: RosterDeps): Promise<void> {
  const head = await deps.rosters.head();
  if (head.phase === "idle") return;
  const batch = await deps.rosters.get(head.batchId);
  try {
    if (batch.status === "applying") await carryOn(deps, batch);
    if (batch.status === "undoing") await carryOnUndo(deps, batch);
  } catch (error) {
    // It was given up as a whole: the batch is as it was before.
    if (!(error instanceof Refusal && ["roster.stale", "roster.changed_since"].includes(error.code))) throw error;
  }
}
