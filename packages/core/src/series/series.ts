import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { idOf } from "../lib/id.ts";
import { Day, Instant } from "../lib/time.ts";
import { daysOf, type Occurrence, occurrencesOf } from "./occurrence.ts";
import { seriesRefusal } from "./series.refusals.ts";
import { Writing } from "./writing.ts";

export { daysOf, type Occurrence, occurrenceOn, occurrencesOf, sessionsOn } from "./occurrence.ts";
export { Content, Rule, Sessions, SessionTime, Writing } from "./writing.ts";

export const Id = idOf("srs");
export type Id = z.infer<typeof Id>;

/** At most so many visits: a year of weekly ones with some to spare. */
export const MOST_OCCURRENCES = 60;
/** What a series said before is kept so often, to know which of its activities were changed on their own. */
const EARLIER_KEPT = 5;

const By = z.object({ at: Instant, by: z.string(), reason: z.string() });

/** A visit that repeats, each of which becomes an activity of its own in time. */
export const Info = Writing.extend({
  id: Id,
  organizerId: z.string(),
  until: Day,
  skipped: z.array(By.extend({ day: Day })).max(400),
  /** What it said before its last changes, oldest first. */
  earlier: z.array(Writing).max(EARLIER_KEPT),
  ended: By.optional(),
  createdAt: Instant,
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

/** What may be changed for all visits that follow; what is left out stays. Who organizes what for whom stays in any case. */
export const Patch = Writing.partial().extend({
  announceDays: z.int().min(2).max(60).optional(),
  recruitHours: z.int().min(1).max(720).optional(),
});
export type Patch = z.infer<typeof Patch>;

/** @param day - local day @returns the day a year later; of 29 February, 28 February */
const yearAfter = (day: string): string => Temporal.PlainDate.from(day).add({ years: 1 }).toString();

const HOURS_OF_DAY = 24;

/**
 * Demands that a series comes to an end, and that its visits can be prepared.
 *
 * @throws `series.endless` without an end or with one more than a year ahead, `series.too_many`, `series.none`,
 *   `series.announced_late` when recruiting would end within a day of the announcement
 */
function requireSense(said: Writing): Writing & { until: string } {
  const { until } = said;
  if (until === undefined || until > yearAfter(said.from)) throw seriesRefusal("series.endless");
  const writing = { ...said, until };
  const count = daysOf(writing).length;
  if (count === 0) throw seriesRefusal("series.none");
  if (count > MOST_OCCURRENCES) throw seriesRefusal("series.too_many", { count, most: MOST_OCCURRENCES });
  if (said.recruitHours > (said.announceDays - 1) * HOURS_OF_DAY) throw seriesRefusal("series.announced_late");
  return writing;
}

/** Where a series is looked at from: an instant, ISO-8601 UTC, in the alliance's zone. */
export interface Now {
  at: string;
  zone: string;
}

/**
 * Begins a series.
 *
 * @throws those of `requireSense`, `series.none` when recruiting for all of its visits would be over
 */
export function begin(said: Writing, { id, organizerId, at, zone }: { id: Id; organizerId: string } & Now): Info {
  const writing = requireSense(said);
  if (!occurrencesOf(writing, zone).some(({ recruitUntil }) => recruitUntil > at)) throw seriesRefusal("series.none");
  return { ...writing, id, organizerId, skipped: [], earlier: [], createdAt: at, version: 0 };
}

/** What a series says, without where it stands. */
export const writingOf = ({ content, sessions, rule, from, until, announceDays, recruitHours }: Info) => ({
  content,
  sessions,
  rule,
  from,
  until,
  announceDays,
  recruitHours,
});

function requireRunning({ ended }: Info): void {
  if (ended) throw seriesRefusal("series.ended");
}

/**
 * Changes all visits that follow.
 *
 * @param version - as its editor read it
 * @throws `edit.changed`, `series.ended`, `series.origin_fixed`, those of `requireSense`
 */
export function revise(series: Info, patch: Patch, { version }: { version: number }): Info {
  requireVersion(series, version);
  requireRunning(series);
  const before = writingOf(series);
  const writing = requireSense({ ...before, ...said(patch) });
  const [was, is] = [before.content, writing.content];
  if (was.origin !== is.origin || was.teamId !== is.teamId || was.branchId !== is.branchId)
    throw seriesRefusal("series.origin_fixed");
  if (JSON.stringify(before) === JSON.stringify(writing)) return series;
  return { ...series, ...writing, earlier: [...series.earlier, before].slice(-EARLIER_KEPT) };
}

const said = (patch: Patch): Partial<Writing> =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));

interface Act extends Now {
  by: string;
  reason: string;
  /** As its editor read it; undefined for whatever it is. */
  version?: number | undefined;
}

/**
 * Leaves one visit out; the others stay.
 *
 * @throws `edit.changed`, `series.ended`, `series.no_occurrence`, `series.begun`, `series.skipped`
 */
export function skip(series: Info, day: string, { by, at, zone, reason, version }: Act): Info {
  requireVersion(series, version);
  requireRunning(series);
  const occurrence = occurrencesOf(series, zone).find((one) => one.day === day);
  if (!occurrence) throw seriesRefusal("series.no_occurrence", { day });
  if (occurrence.startsAt <= at) throw seriesRefusal("series.begun", { day });
  if (isSkipped(series, day)) throw seriesRefusal("series.skipped", { day });
  return { ...series, skipped: [...series.skipped, { day, at, by, reason }] };
}

/** Makes no more visits; activities that were made stay. @throws `edit.changed`, `series.ended` */
export function end(series: Info, { by, at, reason, version }: Omit<Act, "zone">): Info {
  requireVersion(series, version);
  requireRunning(series);
  return { ...series, ended: { at, by, reason } };
}

export const isSkipped = ({ skipped }: Pick<Info, "skipped">, day: string): boolean =>
  skipped.some((one) => one.day === day);

/** The visits that are to be activities now: announced by today, and with recruiting still to end. @param today - local day of `at` */
export const due = (series: Info, { at, zone, today }: Now & { today: string }): Occurrence[] =>
  series.ended
    ? []
    : occurrencesOf(series, zone).filter(
        ({ day, announceOn, recruitUntil }) => announceOn <= today && recruitUntil > at && !isSkipped(series, day),
      );
