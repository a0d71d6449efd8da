import { type CovererClass, classify, type NeedClass } from "./cover-class.ts";
import { type Coverer, compareIds, costOf, fitOf, type Need, nearnessOf } from "./fitness.ts";
import { minCostFlow } from "./min-cost-flow.ts";

export interface Assignment {
  readonly needId: string;
  readonly memberId: string;
}

/** How far the best coverer of an unfilled need came: nobody fits the post; all who fit are busy then; all who fit and
 * are free declined; all who are left cover other needs of this matching. */
export type UnfilledReason = "nobodyFit" | "allBusy" | "allDeclined" | "allTaken";

export interface Matching {
  readonly assignments: readonly Assignment[];
  readonly unfilled: readonly { readonly needId: string; readonly reason: UnfilledReason }[];
}

/** Decides who is offered which cover: as many needs as possible, each with one coverer and each coverer with at most
 * one need; then as many as possible by the same post, then the nearest, then those with the fewest covers this year.
 * Equals go by id, so the order of the arguments never matters. The criteria rank strictly up to 10,000 needs and
 * 999 covers a year. Both lists of the result are ordered by need.
 * @throws RangeError for an id given twice or a count that is no natural number
 * @source docs/domain.md A7 */
export function matchCovers(needs: readonly Need[], coverers: readonly Coverer[]): Matching {
  const { needClasses, covererClasses } = classify(needs, coverers);
  const { cost, reasons } = weigh(needClasses, covererClasses);
  const shipments = minCostFlow({
    supply: needClasses.map(({ needIds }) => needIds.length),
    capacity: covererClasses.map(({ memberIds }) => memberIds.length),
    cost,
  });
  const needIds = needClasses.map((needClass) => [...needClass.needIds]);
  const memberIds = covererClasses.map((covererClass) => [...covererClass.memberIds]);
  const assignments: Assignment[] = [];
  for (const { row, column, amount } of shipments) {
    const members = memberIds[column]?.splice(0, amount) ?? [];
    for (const [index, needId] of (needIds[row]?.splice(0, amount) ?? []).entries()) {
      assignments.push({ needId, memberId: members[index] as string });
    }
  }
  const unfilled = needIds.flatMap((left, row) =>
    left.map((needId) => ({ needId, reason: reasons[row] ?? "nobodyFit" })),
  );
  return { assignments: assignments.sort(byNeed), unfilled: unfilled.sort(byNeed) };
}

function byNeed(one: { needId: string }, other: { needId: string }): number {
  return compareIds(one.needId, other.needId);
}

const stages: readonly UnfilledReason[] = ["nobodyFit", "allBusy", "allDeclined", "allTaken"];

/** Prices every pair of classes and keeps, for each class of needs, how far its best coverer comes. */
function weigh(needClasses: readonly NeedClass[], covererClasses: readonly CovererClass[]) {
  const cost = new Float64Array(needClasses.length * covererClasses.length);
  const reasons = needClasses.map((needClass, row) => {
    let furthest = 0;
    for (const [column, covererClass] of covererClasses.entries()) {
      const pair = weighPair(needClass, covererClass);
      cost[row * covererClasses.length + column] = pair.cost;
      furthest = Math.max(furthest, pair.stage);
    }
    return stages[furthest] as UnfilledReason;
  });
  return { cost, reasons };
}

/** The price of a pair and how far it comes: 0 unfit, 1 busy, 2 declined, 3 eligible. */
function weighPair(needClass: NeedClass, { like, memberIds, busyAt }: CovererClass): { stage: number; cost: number } {
  const never = Number.POSITIVE_INFINITY;
  const post = fitOf(needClass.like, like.post);
  if (!post) return { stage: 0, cost: never };
  if (busyAt[needClass.hoursIndex] === 1) return { stage: 1, cost: never };
  if (needClass.declinedBy.has(memberIds[0] as string)) return { stage: 2, cost: never };
  const nearness = nearnessOf(needClass.like, like);
  return { stage: 3, cost: costOf({ post, nearness, coversThisYear: like.coversThisYear }) };
}
