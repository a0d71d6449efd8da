import { createHash } from "node:crypto";
import { canonical, chained, GENESIS } from "@yigong/core/points/canonical.ts";
import type { Entry } from "@yigong/core/points/points.ts";

type Random = (below: number) => number;

/** What somebody did to an export, and the first line that is another now. */
export interface Tampering {
  how: string;
  bytes: Uint8Array;
  firstLine: number;
}

const linesOf = (text: string): string[] => text.split("\n").slice(0, -1);
const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join("");
const sha = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Makes count and checksum of the last line fit again, as a forger would. */
function resealed(lines: readonly string[]): string[] {
  const kept = lines.slice(0, -1);
  return [...kept, JSON.stringify({ kind: "end", lines: kept.length, sha256: sha(textOf(kept)) })];
}

const KINDS = ["one bit", "deletion", "swap", "insertion"] as const;

function changed(lines: readonly string[], how: (typeof KINDS)[number], random: Random): string[] {
  // Neither the first line nor the last: a forger makes those fit.
  const at = 1 + random(lines.length - 2);
  const other = 1 + random(lines.length - 2);
  const all = [...lines];
  if (how === "deletion") all.splice(at, 1);
  if (how === "insertion") all.splice(at, 0, lines[other] ?? "");
  if (how === "swap") [all[at], all[other]] = [lines[other] ?? "", lines[at] ?? ""];
  return all;
}

function flipped(text: string, random: Random): Uint8Array {
  const bytes = Buffer.from(text);
  const at = random(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
  return bytes;
}

/** Gives somebody more points and makes everything up to the account and the last line fit: only the roots know better. */
function forged(lines: readonly string[], random: Random): string[] {
  const parsed = lines.map((line) => JSON.parse(line));
  const entries = parsed.flatMap(({ kind }, at) => (kind === "entry" ? [at] : []));
  const chosen = entries[random(entries.length)] ?? 0;
  const more = 25 * (1 + random(8));
  let previous = GENESIS;
  let gained: string | undefined;
  const all = parsed.map((line, at) => {
    if (line.kind === "entry") {
      const { mean, lines: counted, ...rest } = line.entry;
      if (at === chosen) {
        counted[0][2] += more;
        rest.points += more;
        gained = String(rest.year);
      }
      const entry = {
        ...rest,
        ...(mean ? { mean: { numerator: mean[0], denominator: mean[1] } } : {}),
        lines: counted.map(([rule, quantity, points]: [string, number, number]) => ({ rule, quantity, points })),
      } as Entry;
      previous = chained(previous, canonical(entry));
      return { ...line, hash: previous, entry: JSON.parse(canonical(entry)) };
    }
    if (line.kind !== "account") return line;
    if (gained !== undefined) line.years[gained][0] += more;
    const account = { ...line, hash: previous };
    previous = GENESIS;
    gained = undefined;
    return account;
  });
  return resealed(all.map((line) => JSON.stringify(line)));
}

const firstDifference = (before: string, after: string): number => {
  const [a, b] = [before.split("\n"), after.split("\n")];
  return a.findIndex((line, at) => line !== b[at]) + 1;
};

/** Tampers with an export at random, by a bit, a line or a forgery; every second time the checksum is made to fit. */
export function tampered(text: string, random: Random): Tampering {
  const lines = linesOf(text);
  const kind = [...KINDS, "forgery"][random(5)] ?? "one bit";
  const seal = random(2) === 0;
  if (kind === "one bit") {
    const bytes = flipped(text, random);
    return { how: kind, bytes, firstLine: firstDifference(text, Buffer.from(bytes).toString("latin1")) };
  }
  const made = kind === "forgery" ? forged(lines, random) : changed(lines, kind as (typeof KINDS)[number], random);
  const after = textOf(seal ? resealed(made) : made);
  if (after === text) return tampered(text, random);
  return {
    how: `${kind}${seal ? ", sealed again" : ""}`,
    bytes: Buffer.from(after),
    firstLine: firstDifference(text, after),
  };
}
