import * as z from "zod";
import { Refusal } from "../lib/error.ts";
import { Instant, overlaps, plusHours } from "../lib/time.ts";
import type { Held } from "./cover.ts";

const Entry = z.object({ activityId: z.string(), needId: z.string(), from: Instant, to: Instant });

/** The covers that one person agreed to, in whatever activity: what keeps them from agreeing to two at once. */
export const Calendar = z.object({
  memberId: z.string(),
  entries: z.array(Entry),
  /** Covers that were taken out again lately: whoever put them into a program of their own hears of it. */
  struck: z.array(Entry.extend({ at: Instant })).exactOptional(),
  /** 0 until it is written. */
  version: z.int().nonnegative(),
});
export type Calendar = z.infer<typeof Calendar>;

/** Covers that ended this long ago can clash with nothing, so they leave the calendar; the needs keep them. */
const KEPT_HOURS = 24 * 40;
const MOST_STRUCK = 50;

export const emptyCalendar = (memberId: string): Calendar => ({ memberId, entries: [], version: 0 });

/**
 * Enters a cover that somebody agreed to.
 *
 * @throws `cover.overlaps` when they agreed to another one at that time
 * @source docs/domain.md A7: nobody covers two overlapping needs
 */
export function enter(calendar: Calendar, need: Held): Calendar {
  const { activityId, id: needId, from, to } = need;
  const others = calendar.entries.filter((entry) => entry.needId !== needId);
  const clash = others.find((entry) => overlaps(entry, need));
  if (clash)
    throw new Refusal(
      "conflict",
      "cover.overlaps",
      `Another cover was agreed to from ${clash.from} to ${clash.to}; nobody covers two shifts at once.`,
    );
  const recent = others.filter((entry) => entry.to > plusHours(from, -KEPT_HOURS));
  const { struck, ...kept } = calendar;
  const stillStruck = struck?.filter((entry) => entry.needId !== needId) ?? [];
  return {
    ...kept,
    entries: [...recent, { activityId, needId, from, to }],
    ...(stillStruck.length > 0 ? { struck: stillStruck } : {}),
  };
}

/** Takes a cover out again, and remembers for a while that it was there. @param at - now, ISO-8601 UTC */
export function strike(calendar: Calendar, needId: string, at: string): Calendar {
  const out = calendar.entries.filter((entry) => entry.needId === needId).map((entry) => ({ ...entry, at }));
  const recent = (calendar.struck ?? []).filter((entry) => entry.at > plusHours(at, -KEPT_HOURS));
  const struck = [...recent, ...out].slice(-MOST_STRUCK);
  const entries = calendar.entries.filter((entry) => entry.needId !== needId);
  return { ...calendar, entries, ...(struck.length > 0 ? { struck } : {}) };
}
