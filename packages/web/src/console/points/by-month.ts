import { clockAt } from "@yigong/core/lib/wall-clock.ts";

const MONTHS = 12;

/** Points by the month in which they were posted; what was posted after the year counts in its last month. */
export function pointsByMonth(
  entries: readonly { postedAt: string; points: string }[],
  { year, zone }: { year: number; zone: string },
): number[] {
  const cents = Array.from({ length: MONTHS }, () => 0);
  for (const { postedAt, points } of entries) {
    const clock = clockAt(postedAt, zone);
    const month = clock.year > year ? MONTHS : clock.month;
    cents[month - 1] = (cents[month - 1] ?? 0) + Math.round(Number(points) * 100);
  }
  return cents.map((sum) => sum / 100);
}
