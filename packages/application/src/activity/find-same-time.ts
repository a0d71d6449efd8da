import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { overlaps, plusHours } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { isOver, type Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { isSamePlace } from "@yigong/core/participation/warning.ts";
import type { Shifts } from "@yigong/core/shift/shift.store.ts";

export interface ClashFindDeps {
  activities: Pick<Activities, "startingBetween">;
  lifecycles: Pick<Lifecycles, "getMany">;
  shifts: Pick<Shifts, "between">;
  zone: string;
}

export interface Span {
  from: string;
  to: string;
}

/** How long before it an activity may have begun that still goes on: longer series are found by their first sessions only. */
const BACK_HOURS = 31 * 24;
/** So many activities of the time are looked at, and so many named. */
const [LOOKED_AT, NAMED] = [200, 20];

const isFor = (audience: Activity["audience"], other: Activity["audience"]): boolean => {
  const [own, its] = [audience, other].map(({ branchIds, teamIds }) => [...branchIds, ...teamIds]);
  if (!own?.length || !its?.length) return true;
  const isMixed = (one: Activity["audience"]) => one.branchIds.length > 0 && one.teamIds.length > 0;
  const crosses = isMixed(audience) || isMixed(other) || audience.branchIds.length > 0 !== other.branchIds.length > 0;
  return crosses || own.some((id) => its.includes(id));
};

/** Activities that are not over, take place at the same time and may ask the same people. */
export async function findSameTime(
  { activities, lifecycles }: Pick<ClashFindDeps, "activities" | "lifecycles">,
  spans: readonly Span[],
  audience: Activity["audience"],
): Promise<Activity[]> {
  const [first, last] = [
    spans.map(({ from }) => from).sort()[0],
    spans
      .map(({ to }) => to)
      .sort()
      .at(-1),
  ];
  if (first === undefined || last === undefined) return [];
  const page = { limit: LOOKED_AT };
  const { items } = await activities.startingBetween({ from: plusHours(first, -BACK_HOURS), to: last }, page);
  const meets = ({ sessions }: Activity) =>
    sessions.some(({ startsAt: from, endsAt: to }) => spans.some((span) => overlaps(span, { from, to })));
  const met = items.filter((one) => meets(one) && isFor(audience, one.audience));
  const rows = await lifecycles.getMany(met.map(({ id }) => id));
  const isAlive = (row: Lifecycle | undefined) => row !== undefined && !isOver(row);
  return met.filter(({ id }) => isAlive(rows.get(id))).slice(0, NAMED);
}

/**
 * Activities elsewhere that may ask the same people and lie so near in time that nobody gets from one to the other.
 *
 * @param looking - the sessions' spans, what takes place at the same time, and how many minutes the way takes
 */
export async function findNear(
  deps: Pick<ClashFindDeps, "activities" | "lifecycles">,
  { spans, sameTime, minutes }: { spans: readonly Span[]; sameTime: readonly Activity[]; minutes: number },
  { audience, place }: Pick<Activity, "audience" | "place">,
): Promise<Activity[]> {
  if (minutes === 0 || place.trim() === "") return [];
  const hours = minutes / 60;
  const wider = spans.map(({ from, to }) => ({ from: plusHours(from, -hours), to: plusHours(to, hours) }));
  const at = new Set(sameTime.map(({ id }) => id));
  const found = await findSameTime(deps, wider, audience);
  return found.filter((one) => !at.has(one.id) && !isSamePlace(one.place, place));
}

/** How many of some people are on shift during any of some spans. */
export async function countOnShift(
  { shifts, zone }: Pick<ClashFindDeps, "shifts" | "zone">,
  spans: readonly Span[],
  people: ReadonlySet<string>,
): Promise<number> {
  const found = await Promise.all(spans.map((span) => shifts.between(span, zone)));
  return new Set(found.flat().flatMap(({ memberId }) => (people.has(memberId) ? [memberId] : []))).size;
}
