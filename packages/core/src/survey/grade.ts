/** A sum of scores from 1 to 5 and how many they are. */
export interface Scores {
  sum: number;
  n: number;
}

export type Grade = "excellent" | "good" | "fair" | "poor";

/** A mean that is kept exact, as integers. */
export interface Mean {
  numerator: number;
  denominator: number;
}

/** What stands for last year's mean when there was none: 4.0. */
export const PRIOR: Scores = { sum: 4, n: 1 };

/** How many answers the prior weighs. */
const WEIGHT = 10;
/** Fewer answers make no grade. */
export const FEWEST = 5;

/** The least mean of each grade, in tenths. */
const LEAST = [
  ["excellent", 45],
  ["good", 40],
  ["fair", 30],
] as const satisfies readonly (readonly [Grade, number])[];

/**
 * Grades an activity by its satisfaction scores, shrunk towards last year's mean: m = (10·m0 + sum) / (10 + n).
 *
 * @param scores - overall satisfaction on 1–5, as whole numbers
 * @param prior - last year's scores, whose mean is m0; nothing when there were none
 * @returns the grade and m, exact; neither below five answers
 * @throws RangeError when the numbers cannot be sums of such scores
 * @source docs/domain.md Decision, the grade of an activity
 */
export function gradeOf(scores: Scores, prior: Scores = PRIOR): { grade?: Grade; mean?: Mean } {
  requireScores(scores);
  requireScores(prior);
  if (scores.n < FEWEST) return {};
  const { sum, n } = prior.n === 0 ? PRIOR : prior;
  const mean = { numerator: WEIGHT * sum + scores.sum * n, denominator: n * (WEIGHT + scores.n) };
  const grade = LEAST.find(([, tenths]) => 10 * mean.numerator >= tenths * mean.denominator)?.[0] ?? "poor";
  return { grade, mean };
}

function requireScores({ sum, n }: Scores): void {
  const whole = Number.isSafeInteger(sum) && Number.isSafeInteger(n) && n >= 0 && n <= 10_000_000;
  if (!whole || sum < n || sum > 5 * n) throw new RangeError(`${sum} cannot be the sum of ${n} scores from 1 to 5`);
}
