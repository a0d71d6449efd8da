import { Temporal } from "temporal-polyfill";
import { instantOf, plusHours } from "../lib/time.ts";
import type { Rule, Writing } from "./writing.ts";

/** One visit of a series: its local day, and the instants that follow from it, ISO-8601 UTC. */
export interface Occurrence {
  day: string;
  startsAt: string;
  endsAt: string;
  recruitUntil: string;
  /** The local day from which it is announced. */
  announceOn: string;
}

const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** The sessions of a day: local times on the wall, each as long as it says, also when the clocks change in between. */
export const sessionsOn = ({ sessions }: Pick<Writing, "sessions">, day: string, zone: string) =>
  sessions.map(({ startTime, minutes, positions }) => {
    const startsAt = instantOf(day, startTime, zone);
    return { startsAt, endsAt: minutesAfter(startsAt, minutes), positions };
  });

const mondayOf = (day: Temporal.PlainDate): Temporal.PlainDate => day.subtract({ days: day.dayOfWeek - 1 });

const DAYS_OF_WEEK = 7;

/** The day of a month by its number, or the month's last day where it has no such day. */
const monthDay = (month: Temporal.PlainYearMonth, day: number): Temporal.PlainDate => month.toPlainDate({ day });

function nthWeekday(month: Temporal.PlainYearMonth, nth: number, weekday: number): Temporal.PlainDate {
  const first = month.toPlainDate({ day: 1 });
  const days = (weekday - first.dayOfWeek + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  if (nth > 0) return first.add({ days: days + (nth - 1) * DAYS_OF_WEEK });
  const last = month.toPlainDate({ day: month.daysInMonth });
  return last.subtract({ days: (last.dayOfWeek - weekday + DAYS_OF_WEEK) % DAYS_OF_WEEK });
}

function* weekly(rule: Extract<Rule, { kind: "weekly" }>, from: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  const weekdays = [...new Set(rule.weekdays)].sort();
  for (let monday = mondayOf(from); ; monday = monday.add({ weeks: rule.everyWeeks }))
    for (const weekday of weekdays) yield monday.add({ days: weekday - 1 });
}

function* monthly(rule: Exclude<Rule, { kind: "weekly" }>, from: Temporal.PlainDate): Generator<Temporal.PlainDate> {
  for (let month = from.toPlainYearMonth(); ; month = month.add({ months: 1 }))
    yield rule.kind === "monthlyOnDay" ? monthDay(month, rule.day) : nthWeekday(month, rule.nth, rule.weekday);
}

/**
 * The local days of a rule from one day to another, both included, in order. "The 31st" of a shorter month is its last day,
 * so that no month goes without a visit.
 */
export function daysOf({ rule, from, until }: Pick<Writing, "rule" | "from"> & { until: string }): string[] {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(until)];
  const days: string[] = [];
  for (const day of rule.kind === "weekly" ? weekly(rule, first) : monthly(rule, first)) {
    if (Temporal.PlainDate.compare(day, last) > 0) return days;
    if (Temporal.PlainDate.compare(day, first) >= 0) days.push(day.toString());
  }
  return days;
}

/** A visit on a local day. @param zone - the alliance's */
export function occurrenceOn(series: Writing, day: string, zone: string): Occurrence {
  const sessions = sessionsOn(series, day, zone);
  const startsAt = sessions.map((session) => session.startsAt).sort()[0] ?? "";
  const endsAt =
    sessions
      .map((session) => session.endsAt)
      .sort()
      .at(-1) ?? "";
  const announceOn = Temporal.PlainDate.from(day).subtract({ days: series.announceDays }).toString();
  return { day, startsAt, endsAt, recruitUntil: plusHours(startsAt, -series.recruitHours), announceOn };
}

/** All visits of a series, in order; those skipped are among them. @param zone - the alliance's */
export const occurrencesOf = (series: Writing & { until: string }, zone: string): Occurrence[] =>
  daysOf(series).map((day) => occurrenceOn(series, day, zone));
