import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps } from "../lib/time.ts";
import { type Coverer, fitOf, type Need, nearnessOf } from "./fitness.ts";
import { best } from "./highs.oracle.ts";
import { type Matching, matchCovers } from "./matching.ts";
import { rankCandidates } from "./ranking.ts";

type Case = { needs: Need[]; coverers: Coverer[] };

const hours = fc
  .tuple(fc.nat(8), fc.integer({ min: 1, max: 4 }))
  .map(([start, length]) => ({ from: hour(start), to: hour(start + length) }));

const sizes = fc.record({
  needs: fc.nat(12),
  coverers: fc.nat(12),
  posts: fc.integer({ min: 1, max: 4 }),
  places: fc.integer({ min: 1, max: 4 }),
  covers: fc.nat(6),
  busy: fc.nat(3),
  declines: fc.nat(4),
});

/** From crowds of equals in one post to people of whom no two are alike. */
const cases: fc.Arbitrary<Case> = sizes.chain((size) => {
  const name = (kind: string, count: number) => fc.nat(count - 1).map((index) => `${kind}${index}`);
  const place = { department: name("department", size.places), branchId: name("branch", size.places) };
  const need = fc.record({
    ...place,
    post: name("post", size.posts),
    coverableBy: fc.array(name("post", size.posts), { maxLength: 2 }),
    hours,
    declinedBy: fc.array(name("member", 12), { maxLength: size.declines }),
  });
  const coverer = fc.record({
    ...place,
    post: name("post", size.posts),
    coversThisYear: fc.nat(size.covers),
    busy: fc.array(hours, { maxLength: size.busy }),
  });
  return fc.record({
    needs: fc
      .array(need, { minLength: size.needs, maxLength: size.needs })
      .map((needs) =>
        needs.map(({ hours: { from, to }, ...rest }, index) => ({ needId: `need${index}`, ...rest, from, to })),
      ),
    coverers: fc
      .array(coverer, { minLength: size.coverers, maxLength: size.coverers })
      .map((coverers) => coverers.map((rest, index) => ({ memberId: `member${index}`, ...rest }))),
  });
});

describe("a matching", () => {
  it("fills as many needs at the same cost as an independent solver", () => {
    fc.assert(
      fc.property(cases, (instance) => {
        const plan = matchCovers(instance.needs, instance.coverers);

        expect({ units: plan.assignments.length, cost: totalCost(instance, plan) }).toEqual(
          best(asTransport(instance)),
        );
      }),
      { numRuns: 400 },
    );
  });

  it("gives each need to one able coverer or a reason, and nobody two needs", () => {
    fc.assert(
      fc.property(cases, ({ needs, coverers }) => {
        const { assignments, unfilled } = matchCovers(needs, coverers);
        const able = assignments.map(
          (given) => price(...pairOf({ needs, coverers }, given)) < Number.POSITIVE_INFINITY,
        );

        expect(able).not.toContain(false);
        expect(new Set(assignments.map(({ memberId }) => memberId)).size).toBe(assignments.length);
        expect([...assignments, ...unfilled].map(({ needId }) => needId).sort()).toEqual(
          needs.map(({ needId }) => needId).sort(),
        );
      }),
    );
  });

  it("says allTaken exactly when the need has candidates and all of them are taken", () => {
    fc.assert(
      fc.property(cases, ({ needs, coverers }) => {
        const { assignments, unfilled } = matchCovers(needs, coverers);
        const taken = new Set(assignments.map(({ memberId }) => memberId));
        const open = needs.filter((need) => unfilled.some(({ needId }) => needId === need.needId));
        const candidates = new Map(open.map((need) => [need.needId, rankCandidates(need, coverers)]));

        expect([...candidates.values()].flat().every(({ memberId }) => taken.has(memberId))).toBe(true);
        expect(unfilled.filter(({ reason }) => reason === "allTaken").map(({ needId }) => needId)).toEqual(
          unfilled.map(({ needId }) => needId).filter((needId) => candidates.get(needId)?.length),
        );
      }),
    );
  });

  it("is the same whatever the order of needs, coverers and their lists", () => {
    const shuffled = cases.chain((instance) =>
      fc.record({
        instance: fc.constant(instance),
        needs: shuffle(instance.needs),
        coverers: shuffle(instance.coverers),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ instance, needs, coverers }) => {
        const turned = needs.map((need) => ({
          ...need,
          coverableBy: need.coverableBy.toReversed(),
          declinedBy: need.declinedBy.toReversed(),
        }));

        expect(matchCovers(turned, coverers)).toEqual(matchCovers(instance.needs, instance.coverers));
      }),
    );
  });

  it("never fills fewer needs when a coverer joins", () => {
    fc.assert(
      fc.property(cases, ({ needs, coverers }) => {
        const without = matchCovers(needs, coverers.slice(1)).assignments.length;
        const joined = matchCovers(needs, coverers).assignments.length;

        expect([without, without + 1]).toContain(joined);
      }),
    );
  });

  it("gives a need that stands alone to its first candidate", () => {
    fc.assert(
      fc.property(cases, ({ needs, coverers }) => {
        const given = needs.map((need) => matchCovers([need], coverers).assignments[0]?.memberId);

        expect(given).toEqual(needs.map((need) => rankCandidates(need, coverers)[0]?.memberId));
      }),
    );
  });
});

function hour(of: number): string {
  return `2026-03-07T${String(of).padStart(2, "0")}:00:00.000Z`;
}

function shuffle<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}

/** Prices of the test's own: with at most 12 needs and 6 covers each, no sum of a later criterion makes up one step. */
function price(need: Need, coverer: Coverer): number {
  const fit = fitOf(need, coverer.post);
  const busy = coverer.busy.some((interval) => overlaps(interval, need));
  if (!fit || busy || need.declinedBy.includes(coverer.memberId)) return Number.POSITIVE_INFINITY;
  const steps = { sameDepartment: 0, sameBranch: 1, elsewhere: 2 }[nearnessOf(need, coverer)];
  return (fit === "same" ? 0 : 10_000) + steps * 100 + coverer.coversThisYear;
}

function pairOf({ needs, coverers }: Case, given: { needId: string; memberId: string }): [Need, Coverer] {
  const need = needs.find(({ needId }) => needId === given.needId);
  const coverer = coverers.find(({ memberId }) => memberId === given.memberId);
  if (!need || !coverer) throw new Error(`Not in the case: ${given.needId}, ${given.memberId}`);
  return [need, coverer];
}

function totalCost(instance: Case, { assignments }: Matching): number {
  return assignments.reduce((sum, given) => sum + price(...pairOf(instance, given)), 0);
}

function asTransport({ needs, coverers }: Case) {
  return {
    supply: needs.map(() => 1),
    capacity: coverers.map(() => 1),
    cost: Float64Array.from(needs.flatMap((need) => coverers.map((coverer) => price(need, coverer)))),
  };
}
