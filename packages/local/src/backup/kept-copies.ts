import { dayOf } from "@yigong/core/lib/time.ts";

/** How many days, weeks and months have a copy kept, counted by those that have one. */
export const KEPT = { days: 7, weeks: 4, months: 12 } as const;

const DAY_MS = 86_400_000;
/** Of so many days back from the newest all are kept: those made by hand before something is tried. */
const ALL_DAYS = 2;
/** 5 January 1970 was a Monday. */
const weekOf = (day: string): string => String(Math.floor((Date.parse(day) / DAY_MS - 4) / 7));

/**
 * Which copies are kept: all of the last two days, and the newest of each of the last seven days, four weeks and twelve
 * months that have any.
 *
 * @param copies - instants of whole copies, ISO-8601 UTC, in any order
 */
export function keptOf(copies: readonly string[], zone: string): Set<string> {
  const newestFirst = copies.toSorted().reverse();
  const recent = Date.parse(newestFirst[0] ?? "") - ALL_DAYS * DAY_MS;
  const kept = new Set<string>(newestFirst.filter((at) => Date.parse(at) > recent));
  const keep = (most: number, spanOf: (day: string) => string) => {
    const spans = new Set<string>();
    for (const at of newestFirst) {
      const span = spanOf(dayOf(at, zone));
      if (spans.has(span) || spans.size === most) continue;
      spans.add(span);
      kept.add(at);
    }
  };
  keep(KEPT.days, (day) => day);
  keep(KEPT.weeks, weekOf);
  keep(KEPT.months, (day) => day.slice(0, 7));
  return kept;
}
