import { createHash, randomUUID } from "node:crypto";
import type jsonata from "jsonata";

type Expression = ReturnType<typeof jsonata>;
const algorithms = new Map([
  ["MD5", "md5"],
  ["SHA-1", "sha1"],
  ["SHA-256", "sha256"],
  ["SHA-384", "sha384"],
  ["SHA-512", "sha512"],
]);
const maxRangeLength = 1000;

/** A list that collapses to its item when it has only one, as JSONata's own sequences do. */
function sequence<T>(items: T[]): T[] {
  return Object.defineProperty(items, "sequence", { enumerable: false, value: true });
}

function partition(list: unknown[] | undefined, size: number): unknown[][] | undefined {
  if (list === undefined) return undefined;
  if (!Number.isInteger(size) || size < 1) throw new Error("The chunk size must be a positive integer");
  const chunks: unknown[][] = [];
  for (let at = 0; at < list.length; at += size) chunks.push(list.slice(at, at + size));
  return chunks;
}

function range(first: number, last: number, step: number): number[] {
  if (step === 0 || !Number.isFinite(step)) throw new Error("The step must be a number other than zero");
  const length = Math.floor((last - first) / step) + 1;
  if (length > maxRangeLength) throw new Error(`A range holds at most ${maxRangeLength} numbers`);
  return sequence(Array.from({ length: Math.max(0, length) }, (_, at) => first + at * step));
}

function hash(text: string | undefined, algorithm: string): string | undefined {
  if (text === undefined) return undefined;
  const name = algorithms.get(algorithm);
  if (name === undefined) throw new Error(`Unknown hash algorithm: ${algorithm}`);
  return createHash(name).update(text).digest("hex");
}

/** A number in [0, 1) that depends on the seed alone; AWS's own generator is not public. */
function random(seed: number | undefined): number {
  if (seed === undefined) return Math.random();
  return createHash("sha256").update(String(seed)).digest().readUIntBE(0, 6) / 2 ** 48;
}

function parse(text: string | undefined): unknown {
  return text === undefined ? undefined : JSON.parse(text);
}

/** Registers the functions that AWS adds to JSONata, and removes `$eval`.
 * @source https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
export function addFunctions(expression: Expression): void {
  expression.registerFunction("partition", partition, "<a?n:a>");
  expression.registerFunction("range", range, "<nnn:a>");
  expression.registerFunction("hash", hash, "<s?s:s>");
  expression.registerFunction("random", random, "<n?:n>");
  expression.registerFunction("uuid", () => randomUUID(), "<:s>");
  expression.registerFunction("parse", parse, "<s?:x>");
  expression.assign("eval", undefined);
}
