import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type Item, type Op, tellItem, withItem } from "./op.ts";
import { type Outcome, refusedOutcome } from "./outcome.ts";

export { batchGet, batchPut } from "./batch.ts";
export { type ClientOptions, documentClient } from "./document-client.ts";
export { type Meter, newMeter } from "./meter.ts";
export { check, type Op, put, remove, update } from "./op.ts";
export type { Outcome } from "./outcome.ts";

/** What a composition root hands to the stores: the client and the names of the two tables. */
export interface Table {
  client: DynamoDBDocumentClient;
  alliance: string;
  ledger: string;
}

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
    return refusedOutcome(error, ops, plain);
  }
}

async function send(client: DynamoDBDocumentClient, ops: readonly Op[]): Promise<void> {
  const [only] = ops;
  if (!only) return;
  if (ops.length === 1 && "Put" in only) await client.send(new PutCommand({ ...only.Put, ...tellItem }));
  else if (ops.length === 1 && "Update" in only) await client.send(new UpdateCommand({ ...only.Update, ...tellItem }));
  else if (ops.length === 1 && "Delete" in only) await client.send(new DeleteCommand({ ...only.Delete, ...tellItem }));
  else await client.send(new TransactWriteCommand({ TransactItems: ops.map(withItem) }));
}

/** Errors carry items in DynamoDB's own form: the document client translates answers only. */
const plain = (item: object): Item => unmarshall(item as Parameters<typeof unmarshall>[0]);
