import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Compared, compare } from "./comparison.ts";

const rows = (postId: string, isInGroup: boolean, ...attainments: number[]): Compared[] =>
  attainments.map((attainment) => ({ postId, attainment, isInGroup }));
const five = (attainment: number) => Array.from({ length: 5 }, () => attainment);

describe("results against colleagues of the same post", () => {
  it("are weighed by how many of the group hold each post", () => {
    const found = compare([
      ...rows("counter", true, 12_000),
      ...rows("counter", false, ...five(10_000)),
      ...rows("hotline", true, ...five(10_600)),
      ...rows("hotline", false, ...five(10_000)),
    ]);

    expect([found.inGroup, found.others, found.difference]).toEqual([6, 10, { table: "+8.3", text: "+8" }]);
  });

  it("leave out a post where nobody is of the group, or fewer than five are not, and say which", () => {
    const found = compare([
      ...rows("a", false, ...five(10_000)),
      ...rows("b", true, ...five(20_000)),
      ...rows("b", false, 1, 2, 3, 4),
      ...rows("c", true, ...five(10_100)),
      ...rows("c", false, ...five(10_000)),
    ]);

    expect(found.posts.map(({ postId, leftOut }) => [postId, leftOut])).toEqual([
      ["a", "nobodyInGroup"],
      ["b", "tooFewOthers"],
      ["c", undefined],
    ]);
    expect(found.difference).toEqual({ table: "+1.0", text: "+1" });
  });

  it("show no figure of fewer than five people", () => {
    const found = compare([...rows("a", true, 1, 2, 3, 4), ...rows("a", false, ...five(10_000))]);

    expect(found.difference).toBeUndefined();
    expect(found.posts[0]?.means).toEqual({ others: "100.0" });
  });

  it("show no mean of a post from which that of fewer than five people of another follows", () => {
    const found = compare([
      ...rows("a", true, 10_000),
      ...rows("a", false, ...five(10_000)),
      ...rows("b", true, ...five(10_000)),
      ...rows("b", false, ...five(10_000)),
      ...rows("c", true, ...five(10_000), 10_000),
      ...rows("c", false, ...five(10_000)),
    ]);

    expect(found.posts.map(({ means }) => means?.inGroup)).toEqual([undefined, undefined, "100.0"]);
  });

  it.each([
    [10_050, "+0.5", "+1"],
    [10_049, "+0.5", "0"],
    [10_005, "+0.1", "0"],
    [9_950, "-0.5", "0"],
    [9_949, "-0.5", "-1"],
    [10_000, "0.0", "0"],
  ])("round half up: %i against 10,000 is %s and %s points", (attainment, table, text) => {
    const found = compare([...rows("a", true, ...five(attainment)), ...rows("a", false, ...five(10_000))]);

    expect(found.difference).toEqual({ table, text });
  });

  it("are exact: in any order the same, and as much more as everybody of the group attains more", () => {
    const attained = fc.integer({ min: 0, max: 1_000_000 });
    const post = fc.record({
      own: fc.array(attained, { minLength: 5, maxLength: 8 }),
      rest: fc.array(attained, { minLength: 5, maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(post, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 50 }), (posts, more) => {
        const all = (extra: number) =>
          posts.flatMap(({ own, rest }, at) => [
            ...rows(`p${at}`, true, ...own.map((value) => value + extra)),
            ...rows(`p${at}`, false, ...rest),
          ]);
        const [plain, raised] = [compare(all(0)), compare(all(more * 100))];

        expect(compare(all(0).toReversed())).toEqual(plain);
        expect(Number(raised.difference?.text)).toBe(Number(plain.difference?.text) + more);
      }),
    );
  });
});
