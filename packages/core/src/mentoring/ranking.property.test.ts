import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AT_LEAST, countOutcomes, firstOf, lastOf, outcomeOf, type Ranking, type RankingId, rank } from "./ranking.ts";

const writing = { departmentId: "dep_1", period: "2026-03", kind: "performer", metric: "完成率" } as never;
const act = { id: "rnk_1" as RankingId, by: "mem_b", at: "2026-04-01T00:00:00.000Z" };

/** A ranking of some people by scores, equals sharing a rank. */
const ranking = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: AT_LEAST, maxLength: 60 }).map((scores) => {
  const rows = scores.map((score, at) => ({
    memberId: `mem_${at}`,
    rank: 1 + scores.filter((other) => other > score).length,
  }));
  return rank(writing, rows, act);
});
const rankOf = ({ rows }: Ranking, memberId: string) => rows.find((row) => row.memberId === memberId)?.rank ?? 0;

describe("the bands of a ranking", () => {
  it("are a fifth with whoever shares its line, and nobody outside is better than who is first, or worse than who is last", () => {
    fc.assert(
      fc.property(ranking, (one) => {
        const [first, last, n] = [firstOf(one), lastOf(one), one.rows.length];
        const worst = Math.max(...first.map((id) => rankOf(one, id)));
        const best = Math.min(...last.map((id) => rankOf(one, id)));
        const outside = one.rows.map(({ memberId }) => memberId);

        expect(first.length).toBeGreaterThanOrEqual(Math.max(1, Math.floor(n / 5)));
        expect(last.length).toBeGreaterThanOrEqual(Math.ceil(n / 5));
        expect(first.filter((id) => rankOf(one, id) < worst).length).toBeLessThan(Math.max(1, Math.floor(n / 5)));
        expect(outside.filter((id) => !first.includes(id) && rankOf(one, id) <= worst)).toEqual([]);
        expect(outside.filter((id) => !last.includes(id) && rankOf(one, id) >= best)).toEqual([]);
      }),
    );
  });

  it("do not depend on the order in which people are listed", () => {
    fc.assert(
      fc.property(ranking, (one) => {
        const other = rank(writing, one.rows.toReversed(), act);

        expect([new Set(firstOf(other)), new Set(lastOf(other))]).toEqual([
          new Set(firstOf(one)),
          new Set(lastOf(one)),
        ]);
      }),
    );
  });
});

describe("what became of a mentee", () => {
  it("is to have left only when two periods running say so, and a change between -100 and 100", () => {
    fc.assert(
      fc.property(ranking, fc.array(ranking, { minLength: 1, maxLength: 5 }), (start, later) => {
        const outcome = outcomeOf(start, later, "mem_0");
        const isLast = later
          .filter(({ rows }) => rows.some(({ memberId }) => memberId === "mem_0"))
          .map((one) => lastOf(one).includes("mem_0"));
        const running = isLast.some((last, at) => !last && isLast[at + 1] === false);

        expect(outcome?.leftLast).toBe(running);
        expect(Math.abs(outcome?.percentileChange ?? 0)).toBeLessThanOrEqual(100);
      }),
    );
  });

  it("is counted for five and more, and never for fewer", () => {
    const one = { leftLast: true, startRank: 9, endRank: 2, percentileChange: 70 };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 5 }), (known, unknown) => {
        const counted = countOutcomes([...Array(known).fill(one), ...Array(unknown).fill(undefined)]);

        expect(counted).toEqual(known < AT_LEAST ? undefined : { people: known, leftLast: known });
      }),
    );
  });
});
