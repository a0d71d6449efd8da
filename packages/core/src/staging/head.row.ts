import { documents } from "../lib/documents.ts";
import { inParallel } from "../lib/parallel.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import { Head, type StagedRow, type Step, type Steps, visible } from "./head.ts";

const scope = "roster";
const OPS_A_TRANSACTION = 99;
const ENDED_AT_ONCE = 4;

/** The one head; it moves under conditions on its phase and write. */
export const headDocuments = documents({
  entity: "rosterHead",
  schema: Head,
  attributes: { scope: "string", phase: "string", epoch: "number", writeId: "string?" },
  key: { pk: "${scope}", sk: "head" },
  body: "info",
  itemOf: (head) => ({
    scope,
    phase: head.phase,
    epoch: head.epoch,
    ...(head.phase !== "idle" && { writeId: head.writeId }),
  }),
});

/** Reads the head; a roster that was never imported is idle. */
export const readHead = async (table: Table): Promise<Head> =>
  (await headDocuments(table).find({ scope })) ?? { phase: "idle", epoch: 0 };

/**
 * What readers see of rows, in their order. The head is read only where a row may not count yet; that a write counts is
 * remembered, since it does so for good.
 */
export function viewing(table: Table): (rows: readonly StagedRow[], known?: Head) => Promise<unknown[]> {
  const counting = new Set<string>();
  const needsHead = ({ stagedBy, since }: StagedRow) =>
    stagedBy !== undefined || (since !== undefined && !counting.has(since));
  return async (rows, known) => {
    const head = known ?? (rows.some(needsHead) ? await readHead(table) : ({ phase: "idle", epoch: 0 } as const));
    return rows.map((row) => {
      const value = visible(row, head);
      if (row.since !== undefined && value !== undefined) counting.add(row.since);
      return value;
    });
  };
}

/** What a store does with one step of an import; each step's writes share one transaction. */
export interface StepOps<Value> {
  stage(step: Step<Value>, writeId: string): Op[];
  settle(step: Step<Value>, writeId: string): Op[];
  abandon(step: Step<Value>, writeId: string): Op[];
}

const whileStaging = (table: Table, write: string): Op =>
  headDocuments(table).ops.check(
    { scope },
    ({ phase, writeId }, { eq }) => `${eq(phase, "staging")} AND ${eq(writeId, write)}`,
  );

/** The writes of steps in transactions; they are made when they are asked for, since those of all steps are too many. */
async function* chunked<Value>(
  steps: Steps<Value>,
  opsOf: (step: Step<Value>) => readonly Op[],
): AsyncGenerator<(readonly Op[])[]> {
  let chunk: (readonly Op[])[] = [];
  let size = 0;
  for await (const step of steps) {
    const group = opsOf(step);
    if (size + group.length > OPS_A_TRANSACTION) {
      yield chunk;
      chunk = [];
      size = 0;
    }
    chunk.push(group);
    size += group.length;
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * Puts every `after` beside its row's present value, where no reader sees it yet. Safe to run again.
 *
 * @returns false when a row is no longer what `before` says, or the head moved on: then some rows may be staged
 */
export async function stageSteps<Value>(
  table: Table,
  { writeId, steps, ops }: { writeId: string; steps: Steps<Value>; ops: StepOps<Value> },
): Promise<boolean> {
  // One after the other, since transactions that check the same head clash; the next is made while one is under way.
  let under = Promise.resolve(true);
  for await (const chunk of chunked(steps, (step) => ops.stage(step, writeId))) {
    if (!(await under)) return false;
    under = transact(table, [whileStaging(table, writeId), ...chunk.flat()]).then(({ ok }) => ok);
    // A rejection is handled when its turn comes; until then Node would report it as unhandled.
    under.catch(() => {});
  }
  return under;
}

/** Makes staged values present, or takes them away. Rows that are done already are passed over, so it is safe to run again. */
export async function endSteps<Value>(
  table: Table,
  how: "settle" | "abandon",
  { writeId, steps, ops }: { writeId: string; steps: Steps<Value>; ops: StepOps<Value> },
): Promise<void> {
  const chunks = chunked(steps, (step) => ops[how](step, writeId));
  await inParallel(chunks, ENDED_AT_ONCE, (chunk) => withoutDone(table, chunk));
}

async function withoutDone(table: Table, groups: readonly (readonly Op[])[]): Promise<void> {
  const owner = groups.flatMap((group, at) => group.map(() => at));
  const outcome = await transact(table, groups.flat());
  if (outcome.ok) return;
  const done = new Set(outcome.failed.map((at) => owner[at]));
  const left = groups.filter((_, at) => !done.has(at));
  if (left.length > 0) await withoutDone(table, left);
}
