import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { behaviourOf, changeOf, matrixOf, pairsOf } from "./matrix.ts";
import type { Behaviour, Levels, Info as Rated } from "./rating.ts";

const AT = "2026-09-01T01:00:00.000Z";
const rated = (memberId: string, phase: Rated["phase"], ...levels: Levels[]): Rated => ({
  ...{ programmeId: "prg_1", memberId, rater: "self", phase, version: 1 },
  entries: levels.map((one) => ({ levels: one, at: AT, by: memberId })),
});
const ids = (many: number) => Array.from({ length: many }, (_, at) => `mem_${at}`);
const programme = (many: number) => ({ memberIds: ids(many), skills: ["接待", "拍照"] });
const skill = { skill: "接待", rater: "self" } as const;

describe("the skill matrix", () => {
  it("counts pairs only: a level before or after alone is in no figure", () => {
    const all = [
      ...ids(6).map((id) => rated(id, "before", { 接待: 1 })),
      ...ids(5).map((id) => rated(id, "after", { 接待: 3 })),
      rated("mem_6", "after", { 接待: 4 }),
    ];
    const [shown] = matrixOf(programme(7), all);

    expect(shown).toEqual({
      ...{ ...skill, pairs: 5, means: { before: "1.00", after: "3.00", change: "+2.00" } },
      before: [{ from: 0, to: 4, n: 5 }],
      after: [{ from: 0, to: 4, n: 5 }],
    });
  });

  it("takes the last word on each skill, and nobody who does not take part", () => {
    const corrected = rated("mem_0", "before", { 接待: 4, 拍照: 2 }, { 接待: 0 });
    const all = [corrected, rated("mem_0", "after", { 接待: 2 }), rated("mem_9", "before", { 接待: 0 })];

    expect(pairsOf(programme(1), all, skill)).toEqual([{ before: 0, after: 2 }]);
    expect(pairsOf(programme(1), all, { ...skill, skill: "拍照" })).toEqual([]);
  });

  it("shows nothing of four pairs", () => {
    const pairs = Array.from({ length: 4 }, () => ({ before: 0, after: 4 }));

    expect(changeOf(pairs)).toEqual({});
  });

  it("has as its change the mean of the pairs, and no part of fewer than five", () => {
    const level = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(fc.array(fc.record({ before: level, after: level }), { minLength: 5, maxLength: 40 }), (pairs) => {
        const { means, pairs: n, ...bins } = changeOf(pairs);
        const sum = pairs.reduce((total, { before, after }) => total + after - before, 0);

        expect(n).toBe(pairs.length);
        // Hundredths, half up: exact in whole numbers.
        expect(Number(means?.change)).toBe(Math.floor((200 * sum + pairs.length) / (2 * pairs.length)) / 100);
        expect([...(bins.before ?? []), ...(bins.after ?? [])].every((bin) => bin.n >= 5)).toBe(true);
      }),
    );
  });
});

describe("what leads see afterwards", () => {
  const marked = (memberId: string, activityId: string, ...marks: number[]): Behaviour => ({
    ...{ programmeId: "prg_1", memberId, activityId, version: 1 },
    entries: marks.map((mark) => ({ mark, at: AT, by: "mem_lead" })),
  });

  it("counts each person alike, by their last marks, and shows nothing of four people", () => {
    const often = ["act_1", "act_2", "act_3"].map((id) => marked("mem_0", id, 1, 5));
    const once = ids(5)
      .slice(1)
      .map((id) => marked(id, "act_1", 3));

    expect(behaviourOf(programme(5), [...often, ...once])).toEqual({ people: 5, marks: 7, mean: "3.40" });
    expect(behaviourOf(programme(4), [...often, ...once])).toEqual({});
  });
});
