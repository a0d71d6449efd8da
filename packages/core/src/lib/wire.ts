import type { Item } from "./op.ts";

/** A value in DynamoDB's own form. */
export type Wire =
  | { S: string }
  | { N: string }
  | { BOOL: boolean }
  | { NULL: true }
  | { L: Wire[] }
  | { M: Record<string, Wire> };

/** AWS's client loses a `__proto__` without a word, and cannot write a map with a `constructor`. No row has either. */
const UNFIT = new Set(["__proto__", "constructor"]);

/**
 * Writes an item in DynamoDB's own form; what is undefined is left out, at every depth.
 *
 * @throws TypeError for what our rows never hold: sets, bytes, instances, numbers that are not whole or not safe, and
 * the names `__proto__` and `constructor`
 */
export const toWire = (item: Item): Record<string, Wire> =>
  Object.fromEntries(fitEntries(item).flatMap(([name, value]) => (value === undefined ? [] : [[name, wireOf(value)]])));

/** Reads an item from DynamoDB's own form. @throws TypeError as {@link toWire} */
export const fromWire = (item: Record<string, unknown>): Item =>
  Object.fromEntries(fitEntries(item).map(([name, value]) => [name, read(value)]));

function fitEntries(item: object): [string, unknown][] {
  const entries: [string, unknown][] = Object.entries(item);
  if (entries.some(([name]) => UNFIT.has(name))) throw new TypeError("No row has a __proto__ or a constructor.");
  return entries;
}

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
