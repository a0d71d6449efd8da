import type { BatchGetCommand, BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { batchGet, batchPut } from "./batch.ts";

const waiting = { random: () => 0, pause: async () => {} };
type Requests = Record<string, { PutRequest: { Item: { pk: string } } }[] & { Keys: { pk: string }[] }>;

/** A store that does at most `atOnce` parts of each request and leaves the rest. */
function lazy(atOnce: number) {
  const sizes: number[] = [];
  const done: string[] = [];
  let running = 0;
  let widest = 0;
  const send = async (command: BatchWriteCommand | BatchGetCommand) => {
    running += 1;
    widest = Math.max(widest, running);
    await Promise.resolve();
    running -= 1;
    const { Alliance } = command.input.RequestItems as unknown as Requests;
    const keys = Alliance?.Keys ?? Alliance?.map(({ PutRequest }) => PutRequest.Item) ?? [];
    sizes.push(keys.length);
    done.push(...keys.slice(0, atOnce).map(({ pk }) => pk));
    const left = keys.slice(atOnce);
    const puts = left.length > 0 ? { Alliance: left.map((Item) => ({ PutRequest: { Item } })) } : {};
    const reads = left.length > 0 ? { Alliance: { Keys: left } } : {};
    return { UnprocessedItems: puts, UnprocessedKeys: reads, Responses: { Alliance: keys.slice(0, atOnce) } };
  };
  return { client: { send } as unknown as DynamoDBDocumentClient, sizes, done, widest: () => widest };
}

const items = (count: number) => Array.from({ length: count }, (_, index) => ({ pk: `p${index}` }));
const puts = (count: number) => items(count).map((Item) => ({ TableName: "Alliance", Item }));
const gets = (count: number) => items(count).map((Key) => ({ TableName: "Alliance", Key }));

describe("a batch", () => {
  it("comes again for what the store has left undone", async () => {
    const store = lazy(10);
    await batchPut(store, puts(25), waiting);
    const found = await batchGet(lazy(30), gets(70), waiting);

    expect(store.sizes).toEqual([25, 15, 5]);
    expect(new Set(store.done).size).toBe(25);
    expect(found).toEqual(items(70));
  });

  it("is store.busy when the store does nothing in twelve tries", async () => {
    const store = lazy(0);

    await expect(batchPut(store, puts(1), waiting)).rejects.toMatchObject({ code: "store.busy" });
    expect(store.sizes).toHaveLength(12);
    await expect(batchGet(lazy(0), gets(1), waiting)).rejects.toMatchObject({ code: "store.busy" });
  });

  it("keeps to the store's sizes and to four requests at a time", async () => {
    const writes = lazy(25);
    const reads = lazy(100);
    await batchPut(writes, puts(260), waiting);
    await batchGet(reads, gets(650), waiting);

    expect([Math.max(...writes.sizes), Math.max(...reads.sizes)]).toEqual([25, 100]);
    expect([writes.widest(), reads.widest()]).toEqual([4, 4]);
  });

  it("of nothing asks nothing", async () => {
    const store = lazy(1);

    expect(await batchGet(store, [])).toEqual([]);
    await batchPut(store, []);
    expect(store.sizes).toEqual([]);
  });
});
