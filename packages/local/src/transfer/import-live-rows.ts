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
import { putIfNone, putNew } from "./put-item.ts";
import { kindOf } from "./row-kind.ts";
import { lifecycleIn, runIn } from "./tally.ts";

/** Short hashes of the state machines that the target runs. */
export interface Definitions {
  activityLifecycle: string;
  awardRun: string;
}

export interface Arrival {
  table: Table;
  definitions: Definitions;
  /** When the import began, ISO-8601 UTC. */
  at: string;
}

/** A row as it comes to the target, with the writes that bring it; none when it comes as it is. */
interface Carried {
  version: number;
  ops: Op[];
}

function carried({ table, definitions, at }: Arrival, item: Item): Carried | undefined {
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
 * Brings the row of an activity, of an award run or of an effect to the target.
 *
 * An open one arrives in one transaction with the start of a fresh execution of the next generation, as the watchdog
 * would ask for it: executions live in the engine that is left. Safe to repeat, also after the target moved the row on.
 * @throws `transfer.differs` when an older one is there
 * @source docs/architecture.md rule 2
 */
export async function arrive(arrival: Arrival, item: Item): Promise<void> {
  // What is there may have been tried since, and stands as it is.
  if (kindOf(item) === "outbox") return void (await putIfNone(arrival.table, arrival.table.alliance, item));
  const fresh = carried(arrival, item);
  if (!fresh) return putNew(arrival.table, arrival.table.alliance, item);
  const outcome = await transact(arrival.table, fresh.ops);
  if (outcome.ok) return;
  const there = Number(outcome.items[0]?.version ?? -1);
  if (there < fresh.version)
    throw new Refusal("conflict", "transfer.differs", `The target holds an older ${item.pk?.S} ${item.sk?.S}.`);
}

/** The version of a row once it has arrived. */
export const versionAfter = (arrival: Arrival, item: Item): number =>
  carried(arrival, item)?.version ?? Number(item.version?.N ?? 0);
