import type { ByAt } from "@yigong/core/permission/actor.ts";
import { type Batch, type BatchIn, requireUndoable } from "@yigong/core/roster/roster.ts";
import type { Step } from "@yigong/core/staging/head.ts";
import { auditOf, causeAll, endAll, setCoverers, setHead, stageAll } from "./apply-import.ts";
import { changedSince } from "./refuse-undo.ts";
import type { RosterDeps } from "./roster-stores.ts";
import { takeUnitsBack } from "./take-units-back.ts";

/**
 * Takes an applied import back: every row is again what it was before, at one instant as in applying.
 *
 * What people did themselves since, such as accepting the service code, stays. Units that it made go, unless used.
 * @returns the batch, `undone`; an undone batch is handed back as it is
 * @throws `roster.member_takes_part` naming members whose rows would change but who take part in an activity,
 * `member.last_administrator`, `roster.changed_since` naming rows that were changed after the import, `roster.not_applied`, `roster.busy`
 */
export async function undoImport(deps: RosterDeps, batchId: string, by: ByAt): Promise<Batch> {
  const batch = await deps.rosters.get(batchId);
  if (batch.status === "undone") return batch;
  if (batch.status === "undoing") return carryOnUndo(deps, batch).finally(deps.wake);
  requireUndoable(batch);
  const since = await deps.rosters.head();
  const done: Step<unknown>[] = [];
  for await (const step of deps.rosters.steps(batchId, batch.writeId)) done.push(step);
  const steps = await deps.importers.of(batch.kind).undo(done, by.at);
  const undoWriteId = deps.newId("wri");
  await deps.rosters.addSteps(batchId, undoWriteId, steps);
  await deps.rosters.tellProgress(batchId, { done: 0, total: 2 * steps.length });
  const undoing: BatchIn<"undoing"> = { ...batch, status: "undoing", undoWriteId, undoAt: by.at, undoBy: by.actorId };
  await deps.rosters.begin(undoing, { writeId: undoWriteId, since });
  return carryOnUndo(deps, undoing).finally(deps.wake);
}

/** Goes on with an undo that has begun. Safe to run twice. */
export async function carryOnUndo(deps: RosterDeps, batch: BatchIn<"undoing">): Promise<Batch> {
  const { undoWriteId: writeId, undoAt, undoBy, ...rest } = batch;
  if (!(await stageAll(deps, batch, writeId))) {
    await endAll(deps, batch, { how: "abandon", writeId });
    await deps.rosters.finish({ ...rest, status: "applied" }, writeId, []);
    throw changedSince([]);
  }
  await endAll(deps, batch, { how: "settle", writeId });
  for (const { id, before } of batch.units.posts) await setCoverers(deps, id, before);
  for (const { id, before } of batch.units.heads) await setHead(deps, id, before);
  await takeUnitsBack(deps, batch.units.newUnits);
  await causeAll(deps, batch, { writeId, at: undoAt });
  const undone: Batch = { ...batch, status: "undone" };
  await deps.rosters.finish(undone, writeId, [
    auditOf(undone, { action: "roster.undo", at: undoAt, by: undoBy, writeId }),
  ]);
  return undone;
}
