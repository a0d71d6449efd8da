import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { isAway } from "@yigong/core/away/away.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import type { Coverer, Interval } from "@yigong/core/cover/fitness.ts";
import { coverersOf, eligible, joined } from "@yigong/core/cover/pool.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf, yearOf } from "@yigong/core/lib/time.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { findDue } from "./find-due.ts";
import type { Taking } from "./find-participants.ts";

/** Finds who could cover some needs, with their shifts and covers at the time and their covers of the year. */
export async function findCoverers(
  deps: CoverDeps,
  { activity, needs, taking }: { activity: Activity; needs: readonly Cover.Info[]; taking: Taking },
): Promise<Coverer[]> {
  const first = needs.map((need) => need.from).sort()[0];
  if (first === undefined) return [];
  const takingPart = await findDue(deps, activity, taking);
  const members = eligible(await deps.members.all(), needs, { takingPart, zone: deps.zone });
  const ids = members.map((member) => member.id);
  const [shifts, calendars, aways, coversThisYear] = await Promise.all([
    Promise.all(joined(needs).map((span) => deps.shifts.between(span, deps.zone))),
    deps.covers.calendars(ids, recent),
    deps.aways.ofMany(ids, recent),
    deps.coversThisYear(members, yearOf(startOf(activity), deps.zone)),
  ]);
  const covers = new Map<string, readonly Interval[]>();
  for (const [memberId, calendar] of calendars) covers.set(memberId, calendar.entries);
  // Who is away by plan is busy in each shift that touches such a day: they are asked for none of them.
  for (const [memberId, away] of aways) {
    const hours = needs.filter((need) => isAway(away, need, deps.zone)).map(({ from, to }) => ({ from, to }));
    if (hours.length > 0) covers.set(memberId, [...(covers.get(memberId) ?? []), ...hours]);
  }
  const once = new Map(shifts.flat().map((shift) => [shift.id, shift]));
  return coverersOf(members, { day: dayOf(first, deps.zone), shifts: [...once.values()], covers, coversThisYear });
}
