import * as z from "zod";
import { Instant } from "../lib/time.ts";
import { pointsRefusal } from "./points.refusals.ts";

export { tallyOf } from "./tally.ts";

/** Ids and keys in the ledger: few characters, so that a text has one encoding and no escapes. */
export const Word = z.string().regex(/^[A-Za-z0-9._:#-]{1,400}$/);

/** How an activity was graded, from best to worst. */
export const Grade = z.enum(["excellent", "good", "fair", "poor"]);

/** What points are given for. `adjustment` is a correction by points alone, which counts nothing. */
export const RULES = ["attendance", "halfDay", "grade", "cover", "training", "adjustment"] as const;

/** One line of an entry: what was counted, how often, and what it is worth in 0.01 points; below zero in corrections. */
export const Line = z.object({ rule: z.enum(RULES), quantity: z.int(), points: z.int() });
export type Line = z.infer<typeof Line>;

export const KINDS = ["service", "cover", "training", "correction"] as const;

/** Why an entry was corrected. @source docs/ledger.md */
export const CODES = ["backEntry", "workdays", "absence", "covers", "adjustment"] as const;
export const Code = z.enum(CODES);
export type Code = z.infer<typeof Code>;

/**
 * What is to be posted: two-sided, `points` (in 0.01) from `issuer:<id>`, such as an activity, to `person:<pseudonym>`.
 *
 * `year` is the alliance's local year in which the issuer, such as an activity, ended. Nothing in it is personal: people are pseudonyms.
 * @source docs/domain.md I2; docs/ledger.md
 */
export const Draft = z.object({
  id: Word,
  debit: Word.startsWith("issuer:"),
  credit: Word.startsWith("person:"),
  points: z.int(),
  year: z.int(),
  kind: z.enum(KINDS),
  ruleSet: z.int().positive(),
  /** The activity's grade and its m as they stood when points were first posted; absent without a grade. */
  grade: Grade.optional(),
  mean: z.object({ numerator: z.int(), denominator: z.int().positive() }).optional(),
  lines: z.array(Line).min(1),
  evidence: z.array(Word),
  /** Of a correction: the entry that it corrects, if there was one. */
  corrects: Word.optional(),
  code: Code.optional(),
  /** Pseudonyms of who asked for a correction and who approved it. */
  askedBy: Word.optional(),
  approvedBy: Word.optional(),
  postedAt: Instant,
});
export type Draft = z.infer<typeof Draft>;

/** An entry in its place in the person's chain: the first is 1. Never changed, never deleted. */
export const Entry = Draft.extend({ seq: z.int().positive() });
export type Entry = z.infer<typeof Entry>;

/** An entry with the hash that chains it to the one before. */
export interface Posted {
  entry: Entry;
  /** SHA-256, 64 lower-case hexadecimal digits. */
  hash: string;
}

/** The account of what gives points. @param issuerId - such as the id of an activity */
export const issuerOf = (issuerId: string): string => `issuer:${issuerId}`;
export const personOf = (pseudonym: string): string => `person:${pseudonym}`;

/** Whose entry it is. */
export const pseudonymOf = ({ credit }: Pick<Entry, "credit">): string => credit.slice("person:".length);
/** The id of what gave the points: of an activity, or of whatever else may. */
export const issuerIdOf = ({ debit }: Pick<Entry, "debit">): string => debit.slice("issuer:".length);

/**
 * The id of an entry, derived from its cause: the same cause never posts twice.
 *
 * @param revision - 1 for what the issuer gave; the id of the correction for a correction
 */
export const entryId = (cause: {
  issuerId: string;
  pseudonym: string;
  kind: Entry["kind"];
  revision: number | string;
}): string => [cause.issuerId, cause.pseudonym, cause.kind, cause.revision].join(":");

/**
 * Lets an entry be posted, or refuses.
 *
 * @throws `points.unbalanced` when the lines do not come to the points, `points.correction_incomplete` when a correction
 * lacks its code or two different people, or anything else has them
 */
export function requireSound(draft: Draft): void {
  const sum = draft.lines.reduce((total, line) => total + line.points, 0);
  if (sum !== draft.points) throw pointsRefusal("points.unbalanced", { sum, points: draft.points });
  const { code, askedBy, approvedBy } = draft;
  const given = [code, askedBy, approvedBy].filter((value) => value !== undefined).length;
  const sound = draft.kind === "correction" ? given === 3 && askedBy !== approvedBy : given === 0;
  if (!sound) throw pointsRefusal("points.correction_incomplete");
}
