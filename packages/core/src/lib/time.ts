import { Temporal } from "temporal-polyfill";
import * as z from "zod";

/** An instant: ISO-8601, UTC, always with three decimals, so that text order is time order. */
export const Instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .meta({ id: "Instant", format: "date-time", description: "ISO-8601 instant" });

/**
 * The years of dates that people give: 9999-12-31, 1899-12-30 and the like stand for "none" in other systems or are slips
 * of the hand, and later ones break calendars.
 */
export const DATED_YEARS = { first: 1900, last: 2199 } as const;

/** A year of the alliance's work as it is asked for. */
export const CalendarYear = z.coerce.number().int().min(2000).max(DATED_YEARS.last);

/** A calendar day in the alliance's zone, `YYYY-MM-DD`. */
export const Day = z.iso.date();

const at = (instant: string, zone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
const iso = (zoned: Temporal.ZonedDateTime) => new Date(zoned.epochMilliseconds).toISOString();

/** Zones change their offset at whole minutes, since they all have standard time; St. John's did so at a minute past midnight. */
const MINUTE_MS = 60_000;
const STANDARD_TIME = Date.UTC(1975, 0, 1);
const REMEMBERED = 1_000;
const offsets = new Map<string, number>();

/** How far a zone's wall clock is ahead of UTC in a minute, in milliseconds. */
function offsetAt(ms: number, zone: string): number {
  const minute = Math.floor(ms / MINUTE_MS);
  const key = `${minute} ${zone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const offset = at(new Date(minute * MINUTE_MS).toISOString(), zone).offsetNanoseconds / 1e6;
  if (offsets.size >= REMEMBERED) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

/** The local day of an instant, `YYYY-MM-DD`: asked for several times a request, nearly always of now. */
export function dayOf(instant: string, zone: string): string {
  const ms = Date.parse(instant);
  if (!(ms >= STANDARD_TIME)) return at(instant, zone).toPlainDate().toString();
  return new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 10);
}

/** What the clock on the wall showed at an instant, `YYYY-MM-DDTHH:MM:SS`, for what knows no zones. */
export const wallTimeOf = (instant: string, zone: string): string =>
  at(instant, zone).toPlainDateTime().toString({ smallestUnit: "second" });

/** The local year of an instant. Entries belong to the local year in which their activity ended. */
export const yearOf = (instant: string, zone: string): number => at(instant, zone).year;

/** The same day so many months later; the last day of a month that is shorter. Days are local, `YYYY-MM-DD`. */
export const plusMonths = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();

/** The instant of a local wall-clock time (`HH:MM`) on a local day. */
export const instantOf = (day: string, time: string, zone: string): string =>
  iso(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: time }));

/** The instant `hours` later (or earlier, when negative). */
export const plusHours = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

/** The same local wall-clock time `days` later; a day is a calendar day, not 24 hours. */
export const plusDays = (instant: string, days: number, zone: string): string => iso(at(instant, zone).add({ days }));

/** The first of the given local times of day (`HH:MM`) strictly after an instant. */
export function nextTimeOfDay(instant: string, times: readonly string[], zone: string): string {
  const today = at(instant, zone).toPlainDate();
  const candidates = [today, today.add({ days: 1 })].flatMap((day) =>
    times.map((time) => instantOf(day.toString(), time, zone)),
  );
  const next = candidates.filter((candidate) => candidate > instant).sort()[0];
  if (!next) throw new RangeError("nextTimeOfDay needs at least one time of day");
  return next;
}

/** Whether two half-open spans [from, to) share time. Back-to-back spans do not. */
export const overlaps = (a: { from: string; to: string }, b: { from: string; to: string }): boolean =>
  a.from < b.to && b.from < a.to;
