import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { Refusal } from "./error.ts";
import type { Item } from "./op.ts";
import { chunksOf, inParallel } from "./parallel.ts";
import { type Waiting, wait } from "./retry.ts";
import { BUSY } from "./store-fault.ts";

/** The part of a `Table` that batches need. */
interface Reachable {
  client: DynamoDBDocumentClient;
}

const tries = 12;
const inFlight = 4;

/**
 * Writes items without conditions, 25 a request, four requests at a time; not a transaction.
 *
 * @param writes - ElectroDB's `.put(...).params()`, no item twice
 * @throws `store.busy` when the store keeps leaving items undone; any part may be written then, and doing it again is safe
 */
export async function batchPut(table: Reachable, writes: readonly object[], waiting: Waiting = {}): Promise<void> {
  const puts = writes as readonly { TableName: string; Item: Item; ConditionExpression?: string }[];
  if (puts.some(({ ConditionExpression }) => ConditionExpression))
    throw new TypeError("batchPut cannot keep a condition: use transact");
  await inParallel(chunksOf(puts, 25), inFlight, async (chunk) => {
    const byTable = Map.groupBy(chunk, ({ TableName }) => TableName);
    let left: Record<string, object[]> = Object.fromEntries(
      [...byTable].map(([name, rows]) => [name, rows.map(({ Item }) => ({ PutRequest: { Item } }))]),
    );
    await untilDone(waiting, async () => {
      const { UnprocessedItems } = await table.client.send(new BatchWriteCommand({ RequestItems: left }));
      left = UnprocessedItems ?? {};
      return Object.keys(left).length === 0;
    });
  });
}

/** Reads one item by key. @param read - ElectroDB's `.get(...).params()` */
export async function getItem(
  { client }: Reachable,
  read: object,
  { consistent = false }: { consistent?: boolean } = {},
): Promise<Item | undefined> {
  const { TableName, Key } = read as { TableName: string; Key: Item };
  const { Item: found } = await client.send(
    new GetCommand({ TableName, Key, ...(consistent && { ConsistentRead: consistent }) }),
  );
  return found;
}

/**
 * Reads items by key, 100 a request, four requests at a time.
 *
 * @param reads - ElectroDB's `.get(...).params()`; the same key may come twice
 * @returns the items in the order of the keys, `undefined` where there is none; for ElectroDB's `.parse({ Item })`
 * @throws `store.busy` when the store keeps leaving keys unread
 */
export async function batchGet(
  table: Reachable,
  reads: readonly object[],
  { consistent = false, ...waiting }: { consistent?: boolean } & Waiting = {},
): Promise<(Item | undefined)[]> {
  const keys = reads as readonly { TableName: string; Key: Item }[];
  const distinct = new Map(keys.map((read) => [nameOf(read.TableName, read.Key), read]));
  const found = new Map<string, Item>();
  await inParallel(chunksOf([...distinct.values()], 100), inFlight, async (chunk) => {
    const byTable = Map.groupBy(chunk, ({ TableName }) => TableName);
    let left: Record<string, { Keys: Item[] | undefined; ConsistentRead?: boolean }> = Object.fromEntries(
      [...byTable].map(([name, rows]) => [name, { Keys: rows.map(({ Key }) => Key), ConsistentRead: consistent }]),
    );
    await untilDone(waiting, async () => {
      const { Responses, UnprocessedKeys } = await table.client.send(new BatchGetCommand({ RequestItems: left }));
      for (const [name, items] of Object.entries(Responses ?? {}))
        for (const item of items) found.set(nameOf(name, item), item);
      left = (UnprocessedKeys as typeof left | undefined) ?? {};
      return Object.keys(left).length === 0;
    });
  });
  return keys.map(({ TableName, Key }) => found.get(nameOf(TableName, Key)));
}

const nameOf = (table: string, { pk, sk }: Item): string => JSON.stringify([table, pk, sk]);

async function untilDone({ random = Math.random, pause = wait }: Waiting, attempt: () => Promise<boolean>) {
  for (let count = 1; !(await attempt()); count += 1) {
    if (count === tries) throw new Refusal("unavailable", BUSY, "The store takes no more at the moment. Try again.");
    await pause(random() * Math.min(1000, 20 * 2 ** count));
  }
}
