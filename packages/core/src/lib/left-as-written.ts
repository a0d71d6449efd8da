import { isDeepStrictEqual } from "node:util";
import type { Item, Op } from "./op.ts";

/**
 * Whether the item in the store is what this operation would have left there.
 *
 * It answers for a Put and for an Update that only sets values; an Update that adds, and a Delete, cannot be told.
 */
export function leftAsWritten(op: Op, item: Item | undefined): boolean {
  if (!item) return false;
  if ("Put" in op) return isDeepStrictEqual(withoutUndefined(op.Put.Item), item);
  return "Update" in op && leftByUpdate(op.Update, item);
}

function leftByUpdate(update: Extract<Op, { Update: unknown }>["Update"], item: Item): boolean {
  const assignments = /^SET ((?:#\w+ = :\w+(?:, )?)+)$/.exec(update.UpdateExpression ?? "")?.[1];
  if (!assignments) return false;
  return assignments.split(", ").every((assignment) => {
    const [name = "", value = ""] = assignment.split(" = ");
    const field = update.ExpressionAttributeNames?.[name];
    return field !== undefined && isDeepStrictEqual(item[field], update.ExpressionAttributeValues?.[value]);
  });
}

const withoutUndefined = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutUndefined(inner)]));
};
