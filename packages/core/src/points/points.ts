import * as z from "zod";
import { Instant } from "../lib/time.ts";

const Line = z.object({
  rule: z.enum(["attendance", "halfDay", "grade", "cover"]),
  quantity: z.int().nonnegative(),
  points: z.int(),
});

/**
 * A point entry: two-sided, `points` (in 0.01) from `issuer:<activity>` to `person:<pseudonym>`.
 *
 * Append-only. `year` is the alliance's local year in which the activity ended.
 * @source docs/domain.md I2
 */
export const Entry = z.object({
  id: z.string(),
  debit: z.string().startsWith("issuer:"),
  credit: z.string().startsWith("person:"),
  points: z.int(),
  year: z.int(),
  kind: z.enum(["service", "cover"]),
  lines: z.array(Line).min(1),
  ruleSet: z.int().positive(),
  evidence: z.array(z.string()),
  postedAt: Instant,
});
export type Entry = z.infer<typeof Entry>;

/** A person's year, as a cache that can be recomputed from the entries. */
export const Balance = z.object({
  pseudonym: z.string(),
  year: z.int(),
  points: z.int(),
  attendances: z.int(),
  halfDays: z.int(),
  covers: z.int(),
});
export type Balance = z.infer<typeof Balance>;

export const issuerOf = (activityId: string): string => `issuer:${activityId}`;
export const personOf = (pseudonym: string): string => `person:${pseudonym}`;

/**
 * The id of an entry, derived from its cause: the same cause never posts twice.
 *
 * @param revision - 1 for the first entry of a cause; corrections count up
 */
export const entryId = (cause: {
  activityId: string;
  pseudonym: string;
  kind: Entry["kind"];
  revision: number;
}): string => [cause.activityId, cause.pseudonym, cause.kind, cause.revision].join(":");

/** What an entry adds to its person's year. */
export function tallyOf(entry: Entry): Omit<Balance, "pseudonym" | "year"> {
  const quantity = (rule: string) =>
    entry.lines.filter((line) => line.rule === rule).reduce((sum, line) => sum + line.quantity, 0);
  return {
    points: entry.points,
    attendances: quantity("attendance"),
    halfDays: quantity("halfDay"),
    covers: quantity("cover"),
  };
}
