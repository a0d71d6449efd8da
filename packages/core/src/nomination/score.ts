/** A department's score in hundredths of a point: 8,750 is 87.50. */
export const MOST_SCORE = 10_000;
const BAND = 500;
const LAST_BAND = MOST_SCORE / BAND - 1;

/** Reads `87`, `87.5` or `87.50` exactly; undefined for what is no score from 0 to 100 with two decimals at the most. */
export function scoreIn(text: string): number | undefined {
  const [, whole, decimals = ""] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  const score = Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
  return score <= MOST_SCORE ? score : undefined;
}

/** As people read it: 87.50. */
export const scoreText = (score: number): string =>
  `${Math.floor(score / 100)}.${String(score % 100).padStart(2, "0")}`;

/** The band of five points that counts as equal, from 0; 100 is in the last one with 95. @source docs/domain.md T4 */
export const bandOf = (score: number): number => Math.min(Math.floor(score / BAND), LAST_BAND);

/** As people read it: 85–89.99. */
export const bandText = (band: number): string => (band === LAST_BAND ? "95–100" : `${band * 5}–${band * 5 + 4}.99`);
