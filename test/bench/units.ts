import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

/** Units by kind of row; those of its index rows apart. */
export interface Spent {
  writeUnits: Record<string, number>;
  readUnits: Record<string, number>;
}

interface Capacity {
  CapacityUnits?: number;
  ReadCapacityUnits?: number;
  Table?: { CapacityUnits?: number };
  GlobalSecondaryIndexes?: Record<string, { CapacityUnits?: number }>;
}
type Row = Record<string, unknown>;
interface Write {
  kind: string;
  weight: number;
  indexed: boolean;
}

const BY_SORT_KEY = new Set(["activity", "member", "person"]);

const textOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  const wrapped = (value as { S?: unknown } | undefined)?.S;
  return typeof wrapped === "string" ? wrapped : "";
};
const kindOf = (pk: unknown, sk: unknown): string => {
  const [partition = ""] = textOf(pk).split("#");
  return BY_SORT_KEY.has(partition) ? (textOf(sk).split("#")[0] ?? partition) : partition;
};

const putOf = (item: Row): Write => ({
  kind: kindOf(item.pk, item.sk),
  weight: Math.ceil(Buffer.byteLength(JSON.stringify(item)) / 1300),
  indexed: "gsi1pk" in item || "gsi2pk" in item,
});
const keyedOf = (key: Row): Write => ({ kind: kindOf(key.pk, key.sk), weight: 1, indexed: false });

interface Input {
  Item?: Row;
  Key?: Row;
  TransactItems?: Record<string, { Item?: Row; Key?: Row }>[];
  RequestItems?: Record<string, { PutRequest?: { Item: Row } }[] & { Keys?: Row[] }>;
  ExpressionAttributeValues?: Row;
  IndexName?: string;
}

function writesOf({ Item, Key, TransactItems, RequestItems }: Input): Write[] {
  if (TransactItems) return TransactItems.flatMap((op) => Object.values(op).flatMap((one) => writesOf(one)));
  if (RequestItems)
    return Object.values(RequestItems).flatMap((requests) =>
      requests.flatMap(({ PutRequest }) => (PutRequest ? [putOf(PutRequest.Item)] : [])),
    );
  if (Item) return [putOf(Item)];
  return Key ? [keyedOf(Key)] : [];
}

function readKind({ Key, RequestItems, ExpressionAttributeValues: values, IndexName }: Input): string {
  const [keys] = Object.values(RequestItems ?? {}).map((request) => request.Keys?.[0]);
  const key = Key ?? keys;
  if (key) return kindOf(key.pk, key.sk);
  const kind = kindOf(values?.[":pk"], values?.[":sk1"] ?? values?.[":sk"]);
  return IndexName ? `${kind} by ${IndexName}` : kind;
}

const add = (to: Record<string, number>, name: string, units: number) => {
  to[name] = (to[name] ?? 0) + units;
};

function share(to: Record<string, number>, writes: readonly Write[], units: number, suffix: string): void {
  const total = writes.reduce((sum, { weight }) => sum + weight, 0);
  for (const { kind, weight } of writes) add(to, kind + suffix, (units * weight) / total);
}

/**
 * Tells what kinds of rows a client's units go to.
 *
 * The store tells units by table and index. Where a request writes several rows its units are shared out by their sizes,
 * so that single kinds are close and sums exact.
 */
export function spending(client: DynamoDBDocumentClient): Spent {
  const spent: Spent = { writeUnits: {}, readUnits: {} };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = context.commandName ?? "";
      if (!("ReturnConsumedCapacity" in args.input)) return next(args);
      const input = args.input as Input;
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "INDEXES" } });
      const { ConsumedCapacity } = result.output as { ConsumedCapacity?: Capacity | Capacity[] };
      for (const capacity of [ConsumedCapacity ?? []].flat()) note(spent, command, input, capacity);
      return result;
    },
    { step: "serialize", priority: "high", name: "spending" },
  );
  return spent;
}

function note(spent: Spent, command: string, input: Input, capacity: Capacity): void {
  const units = capacity.CapacityUnits ?? 0;
  if (/^(BatchGet|TransactGet|Get|Query|Scan)/.test(command) || capacity.ReadCapacityUnits) {
    add(spent.readUnits, readKind(input), units);
    return;
  }
  const writes = writesOf(input);
  const index = Object.values(capacity.GlobalSecondaryIndexes ?? {}).reduce(
    (sum, one) => sum + (one.CapacityUnits ?? 0),
    0,
  );
  share(spent.writeUnits, writes, units - index, "");
  const indexed = writes.filter((write) => write.indexed);
  if (index > 0) share(spent.writeUnits, indexed.length > 0 ? indexed : writes, index, " index");
}
