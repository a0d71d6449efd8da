import { reissue as reissueRun } from "@yigong/application/award/reissue-run.ts";
import { reissue } from "@yigong/application/lifecycle/reissue-execution.ts";
import { runDocuments } from "@yigong/core/award/award.row.ts";
import * as Run from "@yigong/core/award/run.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { type Op, type Table, transact } from "@yigong/core/lib/table.ts";
import { beginOp } from "@yigong/core/lifecycle/lifecycle.row.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import { effectOps } from "@yigong/core/outbox/outbox.row.ts";
import type { Item } from "./item.ts";
import { putIfAbsent, putNew } from "./put-item.ts";
import { kindOf } from "./row-kind.ts";
import { lifecycleIn, runIn } from "./tally.ts";

/** Short hashes of the target's state machine definitions. */
export interface Definitions {
  activityLifecycle: string;
  awardRun: string;
}

export interface LiveImport {
  table: Table;
  definitions: Definitions;
  /** When the import began, ISO-8601 UTC. */
  at: string;
}

/** The writes that import an open row with a new generation, and the row's version after them. */
interface Reissued {
  version: number;
  ops: Op[];
}

/** undefined for a row that is over, which is imported unchanged. */
function reissued({ table, definitions, at }: LiveImport, item: Item): Reissued | undefined {
  if (kindOf(item) === "lifecycle") {
    const row = lifecycleIn(item);
    if (Lifecycle.isOver(row)) return undefined;
    const next = reissue(row, { at, definition: definitions.activityLifecycle });
    const version = row.version + 1;
    return { version, ops: [beginOp(table, { ...next.item, version }), ...effectOps(table, next.effects ?? [], at)] };
  }
  const run = runIn(item);
  if (Run.isOver(run)) return undefined;
  const next = reissueRun(run, { at, definition: definitions.awardRun });
  const version = run.version + 1;
  const created = runDocuments(table).ops.create({ ...next.item, version });
  return { version, ops: [created, ...effectOps(table, next.effects ?? [], at)] };
}

/**
 * Imports the row of an activity, an award run or an effect.
 *
 * An open activity or run is written in one transaction with the start of a new execution of the next generation, as by
 * the watchdog: its old execution stays in the old engine. Idempotent, also after the target has changed the row.
 * @throws `transfer.differs` when an older one is there
 * @source docs/architecture.md rule 2
 */
export async function importLiveRow(live: LiveImport, item: Item): Promise<void> {
  // An existing effect may have been attempted since, and is kept as it is.
  if (kindOf(item) === "outbox") return void (await putIfAbsent(live.table, live.table.alliance, item));
  const fresh = reissued(live, item);
  if (!fresh) return putNew(live.table, live.table.alliance, item);
  const outcome = await transact(live.table, fresh.ops);
  if (outcome.ok) return;
  const existing = Number(outcome.items[0]?.version ?? -1);
  if (existing < fresh.version)
    throw new Refusal("conflict", "transfer.differs", `The target holds an older ${item.pk?.S} ${item.sk?.S}.`);
}

/** The version of a row right after its import. */
export const versionAfterImport = (live: LiveImport, item: Item): number =>
  reissued(live, item)?.version ?? Number(item.version?.N ?? 0);
