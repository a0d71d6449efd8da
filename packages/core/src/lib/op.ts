export type Item = Record<string, unknown>;

/** The parts of ElectroDB's `.params()` that a write takes; anything else there is left out. */
interface Written {
  TableName: string;
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Item;
}
interface Keyed extends Written {
  Key: Item;
}

/** One write, or one condition on an item that is not written, in a transaction. */
export type Op =
  | { Put: Written & { Item: Item } }
  | { Update: Keyed & { UpdateExpression: string } }
  | { Delete: Keyed }
  | { ConditionCheck: Keyed & { ConditionExpression: string } };

const fields = new Set([
  "TableName",
  "Item",
  "Key",
  "UpdateExpression",
  "ConditionExpression",
  "ExpressionAttributeNames",
  "ExpressionAttributeValues",
]);

const pick = <T>(params: object): T =>
  Object.fromEntries(Object.entries(params).filter(([name]) => fields.has(name))) as T;

/** Writes an item; from `.put(...)` or `.create(...)` with or without `.where(...)`, then `.params()`. */
export const put = (params: object): Op => ({ Put: pick(params) });

/** Changes an item; from `.patch(...)`, `.update(...)` or `.upsert(...)`, then `.params()`. */
export const update = (params: object): Op => ({ Update: pick(params) });

/** Deletes an item; from `.delete(...)` or `.remove(...)`, then `.params()`. */
export const remove = (params: object): Op => ({ Delete: pick(params) });

/**
 * Demands a condition of an item that stays as it is.
 *
 * ElectroDB gives no parameters for a check alone: hand over those of `.delete(...).where(...)`, or of
 * `.remove(...).where(...)` when the item must exist. Nothing is deleted.
 */
export const check = (params: object): Op => ({
  ConditionCheck: pick(params),
});

/** Lets a write that fails its condition tell which item is there. */
export const tellItem = { ReturnValuesOnConditionCheckFailure: "ALL_OLD" } as const;

/** An operation as a transaction takes it. */
export function withItem(op: Op) {
  if ("Put" in op) return { Put: { ...op.Put, ...tellItem } };
  if ("Update" in op) return { Update: { ...op.Update, ...tellItem } };
  if ("Delete" in op) return { Delete: { ...op.Delete, ...tellItem } };
  return { ConditionCheck: { ...op.ConditionCheck, ...tellItem } };
}
