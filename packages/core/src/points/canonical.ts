import { createHash } from "node:crypto";
import type { Entry } from "./points.ts";

/** What the first entry of a chain is chained to. */
export const GENESIS = "0".repeat(64);

/** An entry in the order of its canonical form; what is absent is null. */
export const canonicalOf = (entry: Entry) => ({
  v: 1,
  id: entry.id,
  seq: entry.seq,
  debit: entry.debit,
  credit: entry.credit,
  points: entry.points,
  year: entry.year,
  kind: entry.kind,
  ruleSet: entry.ruleSet,
  grade: entry.grade ?? null,
  mean: entry.mean ? [entry.mean.numerator, entry.mean.denominator] : null,
  lines: entry.lines.map(({ rule, quantity, points }) => [rule, quantity, points]),
  evidence: entry.evidence,
  corrects: entry.corrects ?? null,
  code: entry.code ?? null,
  askedBy: entry.askedBy ?? null,
  approvedBy: entry.approvedBy ?? null,
  postedAt: entry.postedAt,
});

/**
 * The bytes of an entry that are hashed, as text: form 1, frozen.
 *
 * JSON without white space, keys in one order, integers only; all texts are ASCII without quotes or backslashes.
 * @source docs/ledger.md Canonical form
 */
export const canonical = (entry: Entry): string => JSON.stringify(canonicalOf(entry));

/** Chains a canonical text to what came before: SHA-256 over the previous hash, a line feed and the text. */
export const chained = (previous: string, text: string): string =>
  createHash("sha256").update(`${previous}\n${text}`).digest("hex");

/** SHA-256 of a text, 64 lower-case hexadecimal digits. */
export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");
