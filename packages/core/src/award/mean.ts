import type { Mean } from "../survey/grade.ts";

/** A mean kept exact and in lowest terms, such as `22/5`. It may be longer than a number holds. */
export type Fraction = string;

const gcd = (a: bigint, b: bigint): bigint => {
  let [large, small] = [a, b];
  while (small > 0n) [large, small] = [small, large % small];
  return large;
};

/**
 * The mean of the means of activities, exact; each activity counts once, whatever its number of answers.
 *
 * @returns null when there are none
 * @source docs/domain.md I6
 */
export function meanOf(means: readonly Mean[]): Fraction | null {
  if (means.length === 0) return null;
  const parts = new Map<number, bigint>();
  for (const { numerator, denominator } of means)
    parts.set(denominator, (parts.get(denominator) ?? 0n) + BigInt(numerator));
  let [numerator, denominator] = [0n, 1n];
  for (const [part, sum] of parts) {
    const over = BigInt(part);
    numerator = numerator * over + sum * denominator;
    denominator *= over;
  }
  denominator *= BigInt(means.length);
  const common = gcd(numerator, denominator);
  return `${numerator / common}/${denominator / common}`;
}

const partsOf = (fraction: Fraction): [bigint, bigint] => {
  const [numerator = "0", denominator = "1"] = fraction.split("/");
  return [BigInt(numerator), BigInt(denominator)];
};

/** A mean for people to read, rounded half up to four decimals. Never compared: two that differ may read the same. */
export function rounded(fraction: Fraction): number {
  const [numerator, denominator] = partsOf(fraction);
  return Number((numerator * 20_000n + denominator) / (denominator * 2n)) / 10_000;
}

/** Which of two means is greater; no mean is less than any. @returns negative when `a` is the greater */
export function byMean(a: Fraction | null, b: Fraction | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  const [[p, q], [r, s]] = [partsOf(a), partsOf(b)];
  return p * s === r * q ? 0 : p * s > r * q ? -1 : 1;
}
