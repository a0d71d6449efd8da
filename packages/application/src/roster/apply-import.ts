import type { ByAt } from "@yigong/core/permission/actor.ts";
import { type Confirmed, requireConfirmed } from "@yigong/core/roster/mass-loss.ts";
import { rosterRefusal } from "@yigong/core/roster/roster.refusals.ts";
import { type Batch, type BatchIn, requireApplicable } from "@yigong/core/roster/roster.ts";
import type { ReadRow } from "@yigong/core/roster/roster-entry.ts";
import { watched } from "./import-progress.ts";
import { planNow } from "./plan-import.ts";
import type { RosterDeps } from "./roster-stores.ts";
import { takeUnitsBack } from "./take-units-back.ts";

/**
 * Applies a previewed import, wholly or not at all.
 *
 * Units come first; an empty branch shows for a moment before its people. Then every row is staged beside its present
 * value, unseen; one conditional write of the roster's head makes all of them count at the same instant; then rows that
 * had a value before are settled one by one, which no reader can tell. A process that dies on the way leaves a batch in `applying`: applying it
 * again, or `resumeImports` at the start, goes on from there to the same end.
 *
 * @returns the batch, `applied`; an applied batch is handed back as it is
 * @throws `roster.has_bad_rows`, `member.own_role` when it gives a role to who applies it, `roster.stale` when what is stored is no longer what the preview compared with,
 * `roster.mass_leaving` and `roster.mass_change` unless `confirmed` has the numbers of those who lose something,
 * `roster.not_previewed`, `roster.busy` while another import is under way
 */
export async function applyImport(deps: RosterDeps, batchId: string, by: Confirming): Promise<Batch> {
  const batch = await deps.rosters.get(batchId);
  if (batch.status === "applied") return batch;
  if (batch.status === "applying") return carryOn(deps, batch).finally(deps.wake);
  const { maySkipBad: maySkip } = deps.importers.of(batch.kind);
  requireApplicable(batch, { maySkip, skipBad: by.skipBad });
  const since = await deps.rosters.head();
  const writeId = deps.newId("wri");
  const units = await keepPlan(deps, batch, { writeId, by });
  const applying: BatchIn<"applying"> = {
    ...batch,
    status: "applying",
    writeId,
    units,
    applyAt: by.at,
    applyBy: by.actorId,
    ...(batch.counts.bad > 0 && { leftOut: batch.counts.bad }),
  };
  await deps.rosters.begin(applying, { writeId, since });
  return carryOn(deps, applying).finally(deps.wake);
}

/** Who applies an import, how many they say lose something, and how many bad rows they leave out. */
type Confirming = ByAt & { confirmed?: Confirmed | undefined; skipBad?: number | undefined };

/** Keeps what is to be written; the plan itself, which is large, ends here. @throws `roster.stale`, `roster.mass_leaving`, `roster.mass_change` */
async function keepPlan(deps: RosterDeps, batch: Batch, { writeId, by }: { writeId: string; by: Confirming }) {
  const read = (await deps.rosters.entries(batch.id)) as ReadRow<unknown>[];
  const { steps, units, basis, losses = [] } = await planNow(deps.importers.of(batch.kind), read, by.at);
  if (basis !== batch.basis) throw stale();
  requireConfirmed(losses, by.confirmed ?? {});
  deps.importers.of(batch.kind).refuseOwn?.(steps, by);
  await deps.rosters.addSteps(batch.id, writeId, steps);
  await deps.rosters.tellProgress(batch.id, { done: 0, total: 2 * steps.length });
  return units;
}

const stale = () => rosterRefusal("roster.stale");

/** Goes on with an import that has begun, from wherever it was. Safe to run twice, and by two processes at once. */
export async function carryOn(deps: RosterDeps, batch: BatchIn<"applying">): Promise<Batch> {
  const { writeId } = batch;
  for (const unit of batch.units.newUnits) await deps.units.add(unit);
  if (!(await stageAll(deps, batch, writeId))) return giveUp(deps, batch);
  await endAll(deps, batch, { how: "settle", writeId });
  for (const { id, after } of batch.units.posts) await setCoverers(deps, id, after);
  for (const { id, after } of batch.units.heads) await setHead(deps, id, after);
  await causeAll(deps, batch, { writeId, at: batch.applyAt });
  const applied: Batch = { ...batch, status: "applied" };
  await deps.rosters.finish(applied, writeId, [
    auditOf(applied, { action: "roster.apply", at: batch.applyAt, by: batch.applyBy, writeId }),
  ]);
  return applied;
}

/** Stages and commits. False when a row moved meanwhile and the write has to be given up. */
export async function stageAll(deps: RosterDeps, { id, kind }: Batch, writeId: string): Promise<boolean> {
  const steps = await watched(deps, { batchId: id, writeId, share: 0 });
  if (await deps.importers.of(kind).stage(writeId, steps)) return deps.rosters.commit(writeId);
  // Staging also fails when another process has committed this very write already.
  return !(await deps.rosters.abandon(writeId));
}

/** Tidies up after the commit, or after it was given up. */
export async function endAll(
  deps: RosterDeps,
  { id, kind }: Batch,
  { how, writeId }: { how: "settle" | "abandon"; writeId: string },
): Promise<void> {
  const share = how === "settle" ? 1 / 2 : undefined;
  await deps.importers.of(kind)[how](writeId, await watched(deps, { batchId: id, writeId, share }));
}

/** Has what follows from the rows sent, before the write is over: a process that dies here goes on with it. */
export async function causeAll(
  deps: RosterDeps,
  { id, kind }: Batch,
  { writeId, at }: { writeId: string; at: string },
): Promise<void> {
  const { effects } = deps.importers.of(kind);
  if (!effects) return;
  for await (const step of deps.rosters.steps(id, writeId)) {
    const caused = effects([step], at);
    if (caused.length > 0) await deps.outbox.add(caused, at);
  }
}

async function giveUp(deps: RosterDeps, batch: BatchIn<"applying">): Promise<never> {
  const { writeId, units, applyAt: _at, applyBy: _by, leftOut: _out, status: _status, ...previewed } = batch;
  await endAll(deps, batch, { how: "abandon", writeId });
  await takeUnitsBack(deps, units.newUnits);
  await deps.rosters.finish({ ...previewed, status: "previewed" }, writeId, []);
  throw stale();
}

/** States which posts may cover a post; the same statement again changes nothing. */
export const setCoverers = (
  deps: RosterDeps,
  postId: string,
  coverableBy: BatchIn<"applied">["units"]["posts"][number]["after"],
) =>
  deps.units.change(postId, (unit) => {
    const same = unit.kind !== "post" || unit.coverableBy.toSorted().join() === coverableBy.toSorted().join();
    return { to: same ? unit : { ...unit, coverableBy } };
  });

/** States who heads a post or department; the same statement again changes nothing. */
export const setHead = (deps: RosterDeps, unitId: string, headId: string | undefined) =>
  deps.units.change(unitId, (unit) => {
    if ((unit.kind !== "post" && unit.kind !== "department") || unit.headId === headId) return { to: unit };
    const { headId: _, ...rest } = unit;
    return { to: headId === undefined ? rest : { ...rest, headId } };
  });

/** The audit entry of an import; its id comes from the write, so that it is one however often it is written. */
export const auditOf = (
  { id, kind, counts, fileName, leftOut }: Batch,
  { action, at, by, writeId }: { action: string; at: string; by: string; writeId: string },
) => ({
  subjectId: id,
  id: writeId,
  at,
  action,
  actorId: by,
  detail: { kind, counts, fileName, ...(leftOut && { leftOut }) },
});
