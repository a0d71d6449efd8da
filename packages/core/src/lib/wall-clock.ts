/** What the clock and the calendar on the wall of a zone show. */
export interface Clock {
  year: number;
  month: number;
  day: number;
  /** 1 for Monday to 7 for Sunday. */
  weekday: number;
  hour: number;
  minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Costly to make, and an installation has one zone. */
function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const numeric = "numeric";
  const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric } as const;
  const format = new Intl.DateTimeFormat("en", { ...parts, calendar: "gregory", hourCycle: "h23", timeZone: zone });
  formats.set(zone, format);
  return format;
}

/**
 * The wall clock of a zone at an instant (ISO-8601, years 100 to 9999): what reading needs of a calendar.
 *
 * Calculating with days and zones takes Temporal, whose polyfill is larger than the whole of a page.
 * @throws RangeError for a zone or an instant that is none
 */
export function clockAt(instant: string, zone: string): Clock {
  const parts = formatFor(zone).formatToParts(Date.parse(instant));
  const read = new Map<string, string>(parts.map(({ type, value }) => [type, value]));
  const numberOf = (part: string): number => Number(read.get(part));
  const [year, month, day] = [numberOf("year"), numberOf("month"), numberOf("day")];
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;
  return { year, month, day, weekday, hour: numberOf("hour"), minute: numberOf("minute") };
}

/** Whether two wall clocks show the same day. */
export const sameDay = (a: Clock, b: Clock): boolean => a.year === b.year && a.month === b.month && a.day === b.day;
