import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  byOrder,
  decidedBy,
  type Facts,
  meets,
  needsDraw,
  type Ranked,
  rank,
  seedFor,
  volunteerPairs,
} from "./ranking.ts";
import { bandOf, bandText, scoreIn, scoreText } from "./score.ts";

const SEED = seedFor({ year: 2026, nominationId: "nom_1", source: "福彩双色球2026100期", value: "01 02 03" });
const facts = fc.record({
  lacks: fc.record({ skills: fc.subarray(["急救"]), post: fc.boolean() }),
  score: fc.integer({ min: 8_000, max: 10_000 }),
  isVolunteer: fc.boolean(),
  external: fc.integer({ min: 0, max: 2 }),
  expires: fc.option(fc.constant("2026-12-31"), { nil: undefined }),
});
const candidates: fc.Arbitrary<Facts[]> = fc
  .array(facts, { maxLength: 30 })
  .map((list) =>
    list.map(({ expires, ...one }, at) => ({ ...one, memberId: `mem_${at}`, ...(expires ? { expires } : {}) })),
  );
const seeds = fc.constantFrom(SEED, undefined);
const idsOf = (ranked: readonly Ranked[]) => ranked.map(({ memberId }) => memberId);
const bandedAs = (one: Facts) => `${meets(one)} ${bandOf(one.score)}`;

describe("the order of candidates", () => {
  it("has everybody once, and does not depend on the order in which they come", () => {
    fc.assert(
      fc.property(candidates, seeds, fc.integer({ min: 0, max: 1_000 }), (list, seed, turn) => {
        const turned = [
          ...list.slice(turn % (list.length + 1)),
          ...list.slice(0, turn % (list.length + 1)),
        ].toReversed();
        const ranked = rank(list, seed);

        expect(rank(turned, seed)).toEqual(ranked);
        expect(idsOf(ranked).toSorted()).toEqual(list.map(({ memberId }) => memberId).toSorted());
        expect(ranked.map(({ place }) => place)).toEqual(ranked.map((_, at) => at + 1));
      }),
    );
  });

  it("is total once the draw is made: two candidates never stand alike, and whoever is ahead of one is ahead of all behind", () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const ranked = rank(list, SEED);
        for (const [at, one] of ranked.entries())
          for (const behind of ranked.slice(at + 1)) {
            expect(decidedBy(one, behind)).toBeDefined();
            expect(idsOf(rank([behind, one], SEED))[0]).toBe(one.memberId);
          }
      }),
    );
  });

  it("puts a volunteer ahead only of those who are equal in requirements and band", () => {
    fc.assert(
      fc.property(candidates, seeds, (list, seed) => {
        const ranked = rank(list, seed);
        const pairs = volunteerPairs(ranked).flatMap(({ ahead, behind }) =>
          ahead.flatMap((one) => behind.map((other) => `${one} ${other}`)),
        );
        const found = ranked.flatMap((one, at) =>
          ranked
            .slice(at + 1)
            .flatMap((other) => (decidedBy(one, other) === "volunteer" ? `${one.memberId} ${other.memberId}` : [])),
        );
        const swapped = rank(
          list.map((one) => ({ ...one, isVolunteer: true })),
          seed,
        );

        expect(pairs.toSorted()).toEqual(found.toSorted());
        expect(ranked.map(bandedAs)).toEqual(swapped.map(bandedAs));
      }),
    );
  });

  it("is that of the lots among equals: anybody can work it out again from what was announced", () => {
    const equal = ["mem_a", "mem_b", "mem_c"].map(
      (memberId): Facts => ({
        ...{ memberId, lacks: { skills: [], post: false }, score: 8_750, isVolunteer: true, external: 0 },
      }),
    );
    const ranked = rank(equal, SEED);

    expect(idsOf(ranked)).toEqual(
      ranked.toSorted((a, b) => ((a.lot ?? "") < (b.lot ?? "") ? -1 : 1)).map(({ memberId }) => memberId),
    );
    expect(ranked.map(({ aheadBy }) => aheadBy)).toEqual(["draw", "draw", undefined]);
    expect([SEED.length, ranked[0]?.lot]).toMatchInlineSnapshot(`
      [
        64,
        "32768d16cd5a2830b1d6f9778a86f7615c538274516735688f9bff318d119603",
      ]
    `);
    expect(needsDraw(ranked, 1)).toBe(false);
  });

  it("asks for a draw only where it would say who gets the last place", () => {
    const person = (memberId: string, score: number): Facts => ({
      ...{ memberId, lacks: { skills: [], post: false }, score, isVolunteer: true, external: 0 },
    });
    const undrawn = rank([person("mem_a", 9_000), person("mem_b", 8_700), person("mem_c", 8_600)], undefined);

    expect([1, 2, 3].map((places) => needsDraw(undrawn, places))).toEqual([false, true, false]);
  });

  it("gives no place to somebody who does not meet the requirements", () => {
    const lacks = { skills: ["急救"], post: false };
    const one: Facts = { memberId: "mem_a", lacks, score: 10_000, isVolunteer: true, external: 0 };

    expect(byOrder(rank([one], SEED), 1)).toEqual([]);
  });
});

describe("a score", () => {
  it.each([
    ["87.5", 8_750],
    ["100", 10_000],
    ["0", 0],
    ["0.01", 1],
    ["100.01", undefined],
    ["101", undefined],
    ["-1", undefined],
    ["87.555", undefined],
    ["8e1", undefined],
    ["", undefined],
  ])("%s is %s hundredths", (text, score) => {
    expect(scoreIn(text)).toBe(score);
  });

  it("reads back as it was written, and lies in a band of five", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (score) => {
        expect(scoreIn(scoreText(score))).toBe(score);
        expect(bandOf(score)).toBe(Math.min(19, Math.floor(score / 500)));
      }),
    );
    expect([8_499, 8_500, 8_999, 9_500, 10_000].map((score) => bandText(bandOf(score)))).toEqual([
      ...["80–84.99", "85–89.99", "85–89.99", "95–100", "95–100"],
    ]);
  });
});
