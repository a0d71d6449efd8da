import { overlaps } from "../lib/time.ts";
import { type Coverer, compareIds, type Interval, type Need } from "./fitness.ts";

/** Needs that no coverer can tell apart, by id. */
export interface NeedClass {
  readonly like: Need;
  readonly needIds: readonly string[];
  readonly hoursIndex: number;
  readonly declinedBy: ReadonlySet<string>;
}

/** Coverers whom no need can tell apart, by id. */
export interface CovererClass {
  readonly like: Coverer;
  readonly memberIds: readonly string[];
  /** One byte per distinct hours of the needs: 1 when the coverer is busy then. */
  readonly busyAt: Uint8Array;
}

/** Groups needs and coverers into classes of equals, ordered by the lowest id in each, whatever the order given.
 * @throws RangeError for an id given twice or a count that is no natural number */
export function classify(
  needs: readonly Need[],
  coverers: readonly Coverer[],
): { needClasses: readonly NeedClass[]; covererClasses: readonly CovererClass[] } {
  const sortedNeeds = sortedById(needs, (need) => need.needId);
  const sortedCoverers = sortedById(coverers, (coverer) => coverer.memberId);
  const hours = new Map<string, Interval & { index: number }>();
  for (const { from, to } of sortedNeeds) {
    const key = hoursKey({ from, to });
    if (!hours.has(key)) hours.set(key, { from, to, index: hours.size });
  }
  return {
    needClasses: needClassesOf(sortedNeeds, hours),
    covererClasses: covererClassesOf(sortedCoverers, sortedNeeds, [...hours.values()]),
  };
}

function needClassesOf(needs: readonly Need[], hours: ReadonlyMap<string, { index: number }>): NeedClass[] {
  const classes = new Map<string, NeedClass & { needIds: string[] }>();
  for (const need of needs) {
    const hoursIndex = hours.get(hoursKey(need))?.index ?? 0;
    const declinedBy = new Set(need.declinedBy);
    const posts = distinct(need.coverableBy);
    const key = JSON.stringify([need.post, posts, need.department, need.branchId, hoursIndex, distinct(declinedBy)]);
    const known = classes.get(key);
    if (known) known.needIds.push(need.needId);
    else classes.set(key, { like: need, needIds: [need.needId], hoursIndex, declinedBy });
  }
  return [...classes.values()];
}

function covererClassesOf(coverers: readonly Coverer[], needs: readonly Need[], hours: readonly Interval[]) {
  const declined = Map.groupBy(
    needs.flatMap(({ needId, declinedBy }) => distinct(declinedBy).map((memberId) => ({ memberId, needId }))),
    ({ memberId }) => memberId,
  );
  const departments = new Set(needs.map((need) => need.department));
  const branches = new Set(needs.map((need) => need.branchId));
  const classes = new Map<string, CovererClass & { memberIds: string[] }>();
  for (const coverer of coverers) {
    const { memberId, post, coversThisYear } = coverer;
    const busyAt = busyAtHours(coverer, hours);
    const key = JSON.stringify([
      post,
      departments.has(coverer.department) ? coverer.department : null,
      branches.has(coverer.branchId) ? coverer.branchId : null,
      naturalNumber(coversThisYear),
      busyAt.join(""),
      declined.get(memberId)?.map(({ needId }) => needId),
    ]);
    const known = classes.get(key);
    if (known) known.memberIds.push(memberId);
    else classes.set(key, { like: coverer, memberIds: [memberId], busyAt });
  }
  return [...classes.values()];
}

function busyAtHours({ busy }: Coverer, hours: readonly Interval[]): Uint8Array {
  return Uint8Array.from(hours, (interval) => Number(busy.some((own) => overlaps(own, interval))));
}

function sortedById<T>(items: readonly T[], idOf: (item: T) => string): T[] {
  const sorted = items.toSorted((one, other) => compareIds(idOf(one), idOf(other)));
  for (const [index, item] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && idOf(before) === idOf(item)) throw new RangeError(`Given twice: ${idOf(item)}`);
  }
  return sorted;
}

function naturalNumber(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Not a number of covers: ${count}`);
  return count;
}

function distinct(ids: Iterable<string>): string[] {
  return [...new Set(ids)].sort(compareIds);
}

function hoursKey({ from, to }: Interval): string {
  return `${from}/${to}`;
}
