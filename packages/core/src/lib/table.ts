import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Item, Op } from "./op.ts";
import { cancellationReasons, mayBeDone } from "./retry.ts";
import { leftAsWritten } from "./settled.ts";

export { batchGet, batchPut } from "./batch.ts";
export { type ClientOptions, documentClient } from "./document-client.ts";
export { type Meter, newMeter } from "./meter.ts";
export { check, type Op, put, remove, update } from "./op.ts";

/** What a composition root hands to the stores: the client and the names of the two tables. */
export interface Table {
  client: DynamoDBDocumentClient;
  alliance: string;
  ledger: string;
}

/** What a transaction came to: all of it, or nothing with the operations whose condition failed. */
export type Outcome =
  | { ok: true }
  | {
      ok: false;
      /** Positions in the list of operations, ascending. */
      failed: number[];
      /** By position of the operation: the item in the store that failed its condition, if there was one. */
      items: (Item | undefined)[];
    };

/**
 * Writes all of the operations or none.
 *
 * A single Put, Update or Delete is sent as such, for half the write units. Clashes, throttling and lost connections
 * are tried again; when an earlier try got no reply and the store then holds exactly what was to be written, the answer
 * is `ok`. An item that only counts (`ADD`) cannot show that: give such a transaction a row of its own beside it.
 *
 * @param ops - at most 100, each on another item
 * @throws `store.busy` when clashes outlast the retries, `store.unavailable` when the store cannot be reached
 */
export async function transact(table: Table, ops: readonly Op[]): Promise<Outcome> {
  try {
    await send(table.client, ops);
    return { ok: true };
  } catch (error) {
    const refused = failedConditions(error);
    if (!refused) throw error;
    const settled = mayBeDone(error) && refused.failed.some((at) => isLeft(ops[at], refused.items[at]));
    return settled ? { ok: true } : { ok: false, ...refused };
  }
}

const isLeft = (op: Op | undefined, item: Item | undefined): boolean => op !== undefined && leftAsWritten(op, item);

const tellItem = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;

async function send(client: DynamoDBDocumentClient, ops: readonly Op[]): Promise<void> {
  const [only] = ops;
  if (!only) return;
  if (ops.length === 1 && "Put" in only) await client.send(new PutCommand({ ...only.Put, ...tellItem }));
  else if (ops.length === 1 && "Update" in only) await client.send(new UpdateCommand({ ...only.Update, ...tellItem }));
  else if (ops.length === 1 && "Delete" in only) await client.send(new DeleteCommand({ ...only.Delete, ...tellItem }));
  else await client.send(new TransactWriteCommand({ TransactItems: ops.map(withItem) }));
}

type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

function withItem(op: Op): TransactItem {
  if ("Put" in op) return { Put: { ...op.Put, ...tellItem } };
  if ("Update" in op) return { Update: { ...op.Update, ...tellItem } };
  if ("Delete" in op) return { Delete: { ...op.Delete, ...tellItem } };
  return { ConditionCheck: { ...op.ConditionCheck, ...tellItem } };
}

function failedConditions(error: unknown): { failed: number[]; items: (Item | undefined)[] } | undefined {
  if (error instanceof Error && error.name === "ConditionalCheckFailedException")
    return { failed: [0], items: [plain("Item" in error ? error.Item : undefined)] };
  const reasons = cancellationReasons(error);
  const failed = reasons?.flatMap(({ Code }, at) => (Code === "ConditionalCheckFailed" ? [at] : []));
  if (!reasons || !failed?.length) return undefined;
  return { failed, items: reasons.map(({ Item }) => plain(Item)) };
}

/** Errors carry items in DynamoDB's own form: the document client translates answers only. */
const plain = (item: unknown): Item | undefined =>
  item && Object.keys(item).length > 0 ? unmarshall(item as Parameters<typeof unmarshall>[0]) : undefined;
