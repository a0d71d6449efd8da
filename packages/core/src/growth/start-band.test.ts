import { describe, expect, it } from "vitest";
import type { Info as Performance } from "../performance/performance.ts";
import { cellNamed, changeAgainstOthers, resultAgainstOthers } from "./start-band.ts";

let number = 0;
const results = (start: number | undefined, attainment: number, many: number, postId = "unit_a"): Performance[] =>
  Array.from({ length: many }, () => ({
    ...{ programme: "精英计划", period: "2026", postId: postId as Performance["postId"], attainment },
    memberId: `mem_${number++}`,
    ...(start !== undefined && { start }),
  }));
const idsOf = (some: readonly Performance[]) => some.map(({ memberId }) => memberId);

describe("the results of a programme's people", () => {
  it("are the change against others of the same post who began in the same band of five percent", () => {
    const own = results(9_200, 11_200, 5);
    const others = [...results(9_499, 10_499, 5), ...results(9_500, 30_000, 9)];
    const { inGroup, others: counted, difference, posts } = changeAgainstOthers([...own, ...others], idsOf(own));

    expect([inGroup, counted, difference]).toEqual([5, 5, { table: "+10.0", text: "+10" }]);
    expect(posts.map(({ postId, leftOut }) => [cellNamed(postId), leftOut])).toEqual([
      [{ postId: "unit_a", from: 9_000, to: 9_500 }, undefined],
      [{ postId: "unit_a", from: 9_500, to: 10_000 }, "nobodyInGroup"],
    ]);
  });

  it("leave out whose start is not known, and show nothing of four people", () => {
    const own = [...results(9_200, 11_200, 4), ...results(undefined, 20_000, 3)];
    const others = results(9_200, 10_200, 5);

    expect(changeAgainstOthers([...own, ...others], idsOf(own)).difference).toBeUndefined();
    expect(resultAgainstOthers([...own, ...others], idsOf(own)).difference).toBeDefined();
  });

  it("fall as well as rise", () => {
    const own = results(10_000, 9_000, 5);
    const others = results(10_000, 10_050, 5);

    expect(changeAgainstOthers([...own, ...others], idsOf(own)).difference).toEqual({ table: "-10.5", text: "-10" });
  });
});
