import { type Coverer, compareIds, type Need, overlaps, type Span, spanOf } from "./fitness.ts";

/** Needs that no coverer can tell apart, by id. */
export interface NeedClass {
  readonly like: Need;
  readonly needIds: readonly string[];
  readonly spanIndex: number;
  readonly declinedBy: ReadonlySet<string>;
}

/** Coverers whom no need can tell apart, by id. */
export interface CovererClass {
  readonly like: Coverer;
  readonly memberIds: readonly string[];
  /** One byte per distinct span of the needs: 1 when the coverer is busy then. */
  readonly busyAt: Uint8Array;
}

/** Groups needs and coverers into classes of equals, ordered by the lowest id in each, whatever the order given.
 * @throws RangeError for an id given twice, an interval that cannot be read or a count that is no natural number */
export function classify(
  needs: readonly Need[],
  coverers: readonly Coverer[],
): { needClasses: readonly NeedClass[]; covererClasses: readonly CovererClass[] } {
  const sortedNeeds = sortedById(needs, (need) => need.needId);
  const sortedCoverers = sortedById(coverers, (coverer) => coverer.memberId);
  const spans = new Map<string, { index: number; span: Span }>();
  for (const need of sortedNeeds) {
    const span = spanOf(need);
    const key = spanKey(span);
    if (!spans.has(key)) spans.set(key, { index: spans.size, span });
  }
  return {
    needClasses: needClassesOf(sortedNeeds, spans),
    covererClasses: covererClassesOf(
      sortedCoverers,
      sortedNeeds,
      [...spans.values()].map(({ span }) => span),
    ),
  };
}

function needClassesOf(needs: readonly Need[], spans: ReadonlyMap<string, { index: number }>): NeedClass[] {
  const classes = new Map<string, NeedClass & { needIds: string[] }>();
  for (const need of needs) {
    const spanIndex = spans.get(spanKey(spanOf(need)))?.index ?? 0;
    const declinedBy = new Set(need.declinedBy);
    const posts = distinct(need.coverableBy);
    const key = JSON.stringify([need.post, posts, need.department, need.branchId, spanIndex, distinct(declinedBy)]);
    const known = classes.get(key);
    if (known) known.needIds.push(need.needId);
    else classes.set(key, { like: need, needIds: [need.needId], spanIndex, declinedBy });
  }
  return [...classes.values()];
}

function covererClassesOf(coverers: readonly Coverer[], needs: readonly Need[], spans: readonly Span[]) {
  const declined = Map.groupBy(
    needs.flatMap(({ needId, declinedBy }) => distinct(declinedBy).map((memberId) => ({ memberId, needId }))),
    ({ memberId }) => memberId,
  );
  const departments = new Set(needs.map((need) => need.department));
  const branches = new Set(needs.map((need) => need.branchId));
  const classes = new Map<string, CovererClass & { memberIds: string[] }>();
  for (const coverer of coverers) {
    const { memberId, post, coversThisYear } = coverer;
    const busyAt = busyAtSpans(coverer, spans);
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

function busyAtSpans(coverer: Coverer, spans: readonly Span[]): Uint8Array {
  const busyAt = new Uint8Array(spans.length);
  for (const busy of coverer.busy.map(spanOf)) {
    for (const [index, span] of spans.entries()) if (overlaps(busy, span)) busyAt[index] = 1;
  }
  return busyAt;
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

function spanKey({ from, to }: Span): string {
  return `${from}/${to}`;
}
