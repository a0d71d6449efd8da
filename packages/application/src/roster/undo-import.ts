import { Refusal } from "@yigong/core/lib/error.ts";
import type * as Member from "@yigong/core/member/member.ts";
import { type Batch, type BatchIn, requireUndoable } from "@yigong/core/roster/roster.ts";
import type * as Shift from "@yigong/core/shift/shift.ts";
import { auditOf, endAll, setCoverers, setHead, stageAll } from "./apply-import.ts";
import { type By, type RosterDeps } from "./roster-stores.ts";
import { takeUnitsBack } from "./take-units-back.ts";
import { type Step } from "@yigong/core/staging/head.ts";

/**
 * Takes an applied import back: every row is again what it was before, at one instant as in applying.
 *
 * What people did themselves since, such as accepting the service code, stays. Units that it made go, unless used.
 * @returns the batch, `undone`; an undone batch is handed back as it is
 * @throws `roster.member_takes_part` naming members whose rows would change but who take part in an activity,
 * `roster.changed_since` naming rows that were changed after the import, `roster.not_applied`, `roster.busy`
 */
export async function undoImport(deps: RosterDeps, batchId: string, by: By): Promise<Batch> {
  const batch = await deps.rosters.get(batchId);
  if (batch.status === "undone") return batch;
  if (batch.status === "undoing") return carryOnUndo(deps, batch);
  requireUndoable(batch);
  const since = await deps.rosters.head();
  const done = await deps.rosters.steps(batchId, batch.writeId);
  const steps =
    batch.kind === "roster"
      ? await backwards(deps, done as MemberStep[])
      : await shiftsBackwards(deps, done as ShiftStep[]);
  const undoWriteId = deps.newId("wri");
  await deps.rosters.addSteps(batchId, undoWriteId, steps);
  const undoing: BatchIn<"undoing"> = { ...batch, status: "undoing", undoWriteId, undoAt: by.at, undoBy: by.actorId };
  await deps.rosters.begin(undoing, { writeId: undoWriteId, since });
  return carryOnUndo(deps, undoing);
}

/** Goes on with an undo that has begun. Safe to run twice. */
export async function carryOnUndo(deps: RosterDeps, batch: BatchIn<"undoing">): Promise<Batch> {
  const { undoWriteId: writeId, undoAt, undoBy, ...rest } = batch;
  const steps = await deps.rosters.steps(batch.id, writeId);
  if (!(await stageAll(deps, batch, { writeId, steps }))) {
    await endAll(deps, batch, { how: "abandon", writeId, steps });
    await deps.rosters.finish({ ...rest, status: "applied" }, writeId, []);
    throw changedSince([]);
  }
  await endAll(deps, batch, { how: "settle", writeId, steps });
  for (const { id, before } of batch.units.posts) await setCoverers(deps, id, before);
  for (const { id, before } of batch.units.heads) await setHead(deps, id, before);
  await takeUnitsBack(deps, batch.units.newUnits);
  const undone: Batch = { ...batch, status: "undone" };
  await deps.rosters.finish(undone, writeId, [
    auditOf(undone, { action: "roster.undo", at: undoAt, by: undoBy, writeId }),
  ]);
  return undone;
}

type MemberStep = Step<Member.Info>;
type ShiftStep = Step<Shift.Info>;

const listed = (names: readonly string[]): string =>
  names.slice(0, 20).join(", ") + (names.length > 20 ? ` and ${names.length - 20} more` : "");

const changedSince = (names: readonly string[]) =>
  new Refusal(
    "conflict",
    "roster.changed_since",
    `Rows were changed after this import: ${listed(names) || "just now"}. Undo is refused.`,
  );

async function refuseParticipants(deps: RosterDeps, memberIds: readonly string[]): Promise<void> {
  const busy = await deps.members.getMany(await deps.takesPart([...new Set(memberIds)]));
  if (busy.length === 0) return;
  const names = busy.map(({ name, employeeNumber }) => `${name} (${employeeNumber})`);
  throw new Refusal(
    "conflict",
    "roster.member_takes_part",
    `They take part in an activity already: ${listed(names)}. Undo is refused.`,
  );
}

/** What an import is the author of; versions and what people do themselves move without it. */
const imported = ({ version, acceptedCode, skills, ...member }: Member.Info): string => JSON.stringify(sorted(member));
const sorted = (value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort()
          .map(([key, inner]) => [key, sorted(inner)]),
      )
    : Array.isArray(value)
      ? value.map(sorted)
      : value;

async function backwards(deps: RosterDeps, done: readonly MemberStep[]): Promise<MemberStep[]> {
  const ids = done.flatMap(({ before, after }) => after?.id ?? before?.id ?? []);
  await refuseParticipants(deps, ids);
  const current = new Map((await deps.members.getMany(ids)).map((member) => [member.id, member]));
  const moved: string[] = [];
  const steps = done.flatMap(({ before, after }): MemberStep[] => {
    const now = after && current.get(after.id);
    if (!after || !now || imported(now) !== imported(after)) moved.push(`${after?.name} (${after?.employeeNumber})`);
    if (!now || !before) return [{ before: now }];
    const own = { skills: now.skills, acceptedCode: now.acceptedCode, version: now.version + 1 };
    return [{ before: now, after: { ...before, ...own } }];
  });
  if (moved.length > 0) throw changedSince(moved);
  return steps;
}

async function shiftsBackwards(deps: RosterDeps, done: readonly ShiftStep[]): Promise<ShiftStep[]> {
  await refuseParticipants(
    deps,
    done.flatMap(({ before, after }) => after?.memberId ?? before?.memberId ?? []),
  );
  return done.map(({ before, after }) => ({ before: after, after: before }));
}
