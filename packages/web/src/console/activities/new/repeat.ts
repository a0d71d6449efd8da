import { wallAt } from "../../../shared/wall-time.ts";
import type { Clock } from "./clock.ts";

/** Whether an activity is held again and again, as its form holds it. */
export interface RepeatDraft {
  repeats: "none" | "weekly" | "monthlyOnDay" | "monthlyOnWeekday";
  everyWeeks: number | null;
  /** 1 for Monday to 7 for Sunday; that of the first session when none is chosen. */
  weekdays: number[];
  until: string | undefined;
  announceDays: number | null;
}

export const ONCE: RepeatDraft = {
  repeats: "none",
  everyWeeks: 1,
  weekdays: [],
  until: undefined,
  announceDays: 14,
};

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAYS_OF_WEEK = 7;
/** A fifth weekday of a month is its last one: not every month has it. */
const MOST_NTH = 4;

interface Sent {
  recruitUntil?: string | undefined;
  coverUntil?: unknown;
  campaignId?: unknown;
  sessions: readonly { startsAt?: string | undefined; endsAt?: string | undefined; positions: readonly unknown[] }[];
}

const firstOf = (sessions: Sent["sessions"]): string | undefined =>
  sessions.flatMap(({ startsAt }) => startsAt ?? []).sort()[0];

/** The local day of the first session, its weekday and which one of its month that is. */
export function firstDay(sessions: Sent["sessions"], { zone }: Clock) {
  const first = firstOf(sessions);
  if (first === undefined) return undefined;
  const day = wallAt(first, zone).slice(0, 10);
  const number = Number(day.slice(8));
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || DAYS_OF_WEEK;
  const nth = Math.ceil(number / DAYS_OF_WEEK);
  return { day, number, weekday, nth: nth > MOST_NTH ? -1 : nth };
}

/** Sessions of one visit are all on its day. */
export const isOneDay = (sessions: Sent["sessions"], { zone }: Clock): boolean =>
  new Set(sessions.flatMap(({ startsAt }) => (startsAt ? wallAt(startsAt, zone).slice(0, 10) : []))).size <= 1;

/** Sessions by the clock on the wall, without their day. */
export const timesOf = (sessions: Sent["sessions"], { zone }: Clock) =>
  sessions.map(({ startsAt, endsAt, positions }) => ({
    startTime: startsAt && wallAt(startsAt, zone).slice(11),
    minutes: startsAt && endsAt ? Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS) : undefined,
    positions,
  }));

/** What is sent of an activity to begin a series, or to keep it as a template: all but its dates and what they belong to. */
export const undated = <Body extends Sent>(body: Body, clock: Clock) => {
  const { recruitUntil: _, coverUntil: __, campaignId: ___, sessions, ...content } = body;
  return { content, sessions: timesOf(sessions, clock) };
};

type First = NonNullable<ReturnType<typeof firstDay>>;

function ruleOf({ repeats, everyWeeks, weekdays }: RepeatDraft, { number, weekday, nth }: First) {
  if (repeats === "monthlyOnDay") return { kind: repeats, day: number };
  if (repeats === "monthlyOnWeekday") return { kind: repeats, nth, weekday };
  return { kind: "weekly", everyWeeks: everyWeeks ?? 1, weekdays: weekdays.length > 0 ? weekdays : [weekday] };
}

/** What begins a series of what the form says: its first visit is that of the form. */
export function seriesBodyOf(draft: RepeatDraft, body: Sent, clock: Clock) {
  const first = firstDay(body.sessions, clock);
  const start = firstOf(body.sessions);
  if (!first || !start) return undefined;
  const until = body.recruitUntil ?? start;
  const recruitHours = Math.max(1, Math.round((Date.parse(start) - Date.parse(until)) / HOUR_MS));
  return {
    ...undated(body, clock),
    ...{ rule: ruleOf(draft, first), from: first.day, until: draft.until },
    ...{ announceDays: draft.announceDays ?? ONCE.announceDays, recruitHours },
  };
}
