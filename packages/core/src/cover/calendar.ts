import * as z from "zod";
import { Instant, overlaps, plusHours } from "../lib/time.ts";
import { coverRefusal } from "./cover.refusals.ts";
import type { Held } from "./cover.ts";

const Entry = z.object({ activityId: z.string(), needId: z.string(), from: Instant, to: Instant });

/** The covers that one person agreed to, in whatever activity: what keeps them from agreeing to two at once. */
export const Calendar = z.object({
  memberId: z.string(),
  entries: z.array(Entry),
  /** 0 until it is written. */
  version: z.int().nonnegative(),
});
export type Calendar = z.infer<typeof Calendar>;

/** Covers that ended this long ago can clash with nothing, so they leave the calendar; the needs keep them. */
const KEPT_HOURS = 24 * 40;

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
  if (clash) throw coverRefusal("cover.overlaps", { from: clash.from, to: clash.to });
  const recent = others.filter((entry) => entry.to > plusHours(from, -KEPT_HOURS));
  return { ...calendar, entries: [...recent, { activityId, needId, from, to }] };
}

/** Takes a cover out again. */
export const strike = (calendar: Calendar, needId: string): Calendar => ({
  ...calendar,
  entries: calendar.entries.filter((entry) => entry.needId !== needId),
});
