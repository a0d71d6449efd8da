import type { Item } from "./op.ts";

/** A value in DynamoDB's own form. */
export type Wire =
  | { S: string }
  | { N: string }
  | { BOOL: boolean }
  | { NULL: true }
  | { L: Wire[] }
  | { M: Record<string, Wire> };

/**
 * Writes an item in DynamoDB's own form; what is undefined is left out, at every depth.
 *
 * @throws TypeError for what our rows never hold: sets, bytes, instances, numbers that are not whole or not safe
 */
export const toWire = (item: Item): Record<string, Wire> =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, value]) => (value === undefined ? [] : [[name, wireOf(value)]])),
  );

/** Reads an item from DynamoDB's own form. @throws TypeError as {@link toWire} */
export const fromWire = (item: Record<string, unknown>): Item =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, read(value)]));

function wireOf(value: unknown): Wire {
  if (value === null) return { NULL: true };
  if (typeof value === "string") return { S: value };
  if (typeof value === "boolean") return { BOOL: value };
  if (Number.isSafeInteger(value)) return { N: String(value) };
  if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(wireOf) };
  if (isPlain(value)) return { M: toWire(value) };
  throw new TypeError("Rows hold text, whole numbers, truth values, lists and maps.");
}

function read(wire: unknown): unknown {
  const [[type, value] = []] = Object.entries(wire ?? {});
  if (type === "S" && typeof value === "string") return value;
  if (type === "BOOL" && typeof value === "boolean") return value;
  if (type === "NULL") return null;
  if (type === "N" && Number.isSafeInteger(Number(value))) return Number(value);
  if (type === "L" && Array.isArray(value)) return value.map(read);
  if (type === "M" && isPlain(value)) return fromWire(value);
  throw new TypeError("The store holds something that our rows never do.");
}

const isPlain = (value: unknown): value is Item =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
