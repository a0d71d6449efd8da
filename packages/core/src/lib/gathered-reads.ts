/** Sends one operation in DynamoDB's own form. */
export type Ask = (operation: string, input: object) => Promise<object>;

type Key = Record<string, object>;
interface Read {
  TableName: string;
  Key: Key;
  ConsistentRead?: boolean;
  ReturnConsumedCapacity?: string;
}
interface Waiting {
  read: Read;
  done: (answer: object) => void;
  failed: (error: unknown) => void;
}
interface Batch {
  Responses?: Record<string, Record<string, object>[]>;
  UnprocessedKeys?: Record<string, { Keys: Key[] }>;
  ConsumedCapacity?: object[];
}

/** What BatchGetItem takes. */
const MOST = 100;
const PLAIN = new Set(["TableName", "Key", "ConsistentRead", "ReturnConsumedCapacity"]);

/**
 * Reads of single items that are asked for in the same turn of the event loop are one BatchGetItem: a request to a store
 * beside us costs five times what an item in it costs.
 *
 * Each answer is what GetItem would have said, a failure of the request is one of each, and an item that the store leaves
 * undone is asked for alone.
 */
export function gatheringReads(ask: Ask): Ask {
  const waiting = new Map<string, Waiting[]>();
  const flush = (group: string) => {
    const all = waiting.get(group) ?? [];
    waiting.delete(group);
    for (let at = 0; at < all.length; at += MOST) void together(ask, all.slice(at, at + MOST));
  };
  return (operation, input) => {
    if (operation !== "GetItem" || !Object.keys(input).every((name) => PLAIN.has(name))) return ask(operation, input);
    const read = input as Read;
    const group = `${read.TableName} ${read.ConsistentRead === true} ${read.ReturnConsumedCapacity}`;
    return new Promise((done, failed) => {
      const known = waiting.get(group);
      if (known) return void known.push({ read, done, failed });
      waiting.set(group, [{ read, done, failed }]);
      setImmediate(flush, group);
    });
  };
}

async function together(ask: Ask, all: readonly Waiting[]): Promise<void> {
  try {
    const [first] = all;
    if (!first) return;
    if (all.length === 1) return first.done(await ask("GetItem", first.read));
    const byKey = Map.groupBy(all, ({ read }) => nameOf(read.Key));
    const batch: Batch = await ask("BatchGetItem", batchOf(first.read, [...byKey.values()]));
    const { undone, found, consumed } = partsOf(batch, first.read);
    let units = consumed;
    for (const [key, readers] of byKey) {
      if (undone.has(key)) for (const { read, done, failed } of readers) ask("GetItem", read).then(done, failed);
      else
        for (const { done } of readers) {
          done({ ...(found.has(key) ? { Item: found.get(key) } : {}), ...units });
          units = {};
        }
    }
  } catch (error) {
    for (const { failed } of all) failed(error);
  }
}

function batchOf({ TableName, ConsistentRead, ReturnConsumedCapacity }: Read, each: readonly Waiting[][]): object {
  const Keys = each.flatMap(([one]) => (one ? [one.read.Key] : []));
  return {
    RequestItems: { [TableName]: { Keys, ...(ConsistentRead ? { ConsistentRead } : {}) } },
    ...(ReturnConsumedCapacity ? { ReturnConsumedCapacity } : {}),
  };
}

const nameOf = (key: Key): string => JSON.stringify(Object.entries(key).sort(([a], [b]) => (a < b ? -1 : 1)));

/** What a batch came to; its units are the first answer's, so that the sum is right. */
function partsOf(batch: Batch, { TableName: table, Key }: Read) {
  const names = Object.keys(Key);
  const keyIn = (item: Record<string, object>) =>
    Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));
  const [consumed] = batch.ConsumedCapacity ?? [];
  return {
    undone: new Set((batch.UnprocessedKeys?.[table]?.Keys ?? []).map(nameOf)),
    found: new Map((batch.Responses?.[table] ?? []).map((item) => [nameOf(keyIn(item)), item])),
    consumed: consumed ? { ConsumedCapacity: consumed } : {},
  };
}
