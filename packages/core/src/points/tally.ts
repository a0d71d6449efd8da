import * as z from "zod";

/** What a tally counts, in the order in which it is kept and exported. */
export const COUNTS = [
  "points",
  "attendances",
  "halfDays",
  "covers",
  "trainings",
  "excellent",
  "good",
  "fair",
  "poor",
  "adjusted",
] as const;

/**
 * What entries come to: points in 0.01, and how much of everything that points are given for.
 *
 * Grades are counted once for each activity; `adjusted` is the part of the points that follows from no quantity. So what
 * other rules would have given can be told without reading the entries.
 */
export const Tally = z.object({
  points: z.int(),
  attendances: z.int(),
  halfDays: z.int(),
  covers: z.int(),
  trainings: z.int(),
  excellent: z.int(),
  good: z.int(),
  fair: z.int(),
  poor: z.int(),
  adjusted: z.int(),
});
export type Tally = z.infer<typeof Tally>;

/** A person's year, as a cache that can be recomputed from the entries. */
export const Balance = Tally.extend({ pseudonym: z.string(), year: z.int() });
export type Balance = z.infer<typeof Balance>;

export const emptyTally = (): Tally => fromNumbers([]);

/** A tally from its numbers in the order of `COUNTS`; missing ones are 0. */
export const fromNumbers = (numbers: readonly number[]): Tally =>
  Tally.parse(Object.fromEntries(COUNTS.map((count, at) => [count, numbers[at] ?? 0])));

export const toNumbers = (tally: Tally): number[] => COUNTS.map((count) => tally[count]);

interface Counted {
  points: number;
  lines: readonly { rule: string; quantity: number; points: number }[];
  grade?: string | undefined;
}

/** What an entry adds to its person's year. */
export function tallyOf({ points, lines, grade }: Counted): Tally {
  const sum = (rule: string, what: "quantity" | "points") =>
    lines.filter((line) => line.rule === rule).reduce((total, line) => total + line[what], 0);
  const graded = (one: string) => (grade === one ? sum("grade", "quantity") : 0);
  return {
    points,
    attendances: sum("attendance", "quantity"),
    halfDays: sum("halfDay", "quantity"),
    covers: sum("cover", "quantity"),
    trainings: sum("training", "quantity"),
    excellent: graded("excellent"),
    good: graded("good"),
    fair: graded("fair"),
    poor: graded("poor"),
    adjusted: sum("adjustment", "points"),
  };
}

export const addTallies = (a: Tally, b: Tally): Tally => fromNumbers(COUNTS.map((count) => a[count] + b[count]));
