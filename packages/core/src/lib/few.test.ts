import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binsOf, countsOf, FEWEST, shownParts } from "./few.ts";

describe("parts of a whole", () => {
  it.each([
    ["those of five and more are shown", [5, 8], [true, true]],
    ["one of four holds back the smallest other one", [8, 4, 5], [true, false, false]],
    ["two that are five together are hidden alone", [8, 3, 2], [true, false, false]],
    ["an empty one is shown as empty", [0, 6], [true, true]],
    ["of fewer than five nothing is", [4, 0], [false, false]],
  ])("%s", (_, sizes, shown) => {
    expect(shownParts(sizes)).toEqual(shown);
  });

  it("tell nothing of fewer than five, neither shown nor as the rest of the whole", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 9 }), (sizes) => {
        const shown = shownParts(sizes);
        const whole = sizes.reduce((sum, size) => sum + size, 0);
        const rest = sizes.reduce((sum, size, at) => (shown[at] ? sum : sum + size), 0);

        expect(sizes.some((size, at) => shown[at] && size > 0 && size < FEWEST)).toBe(false);
        expect(whole < FEWEST ? rest === whole : rest === 0 || rest >= FEWEST).toBe(true);
      }),
    );
  });
});

describe("a distribution", () => {
  it("takes neighbouring steps together until five people are in each part", () => {
    expect(binsOf([1, 0, 5, 6, 2], 0)).toEqual([
      { from: 0, to: 2, n: 6 },
      { from: 3, to: 4, n: 8 },
    ]);
  });

  it("has everybody, no part of fewer than five, and nothing of fewer than five people", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 40 }), (values) => {
        const bins = binsOf(countsOf(values, { lowest: 0, highest: 4 }), 0);
        const sum = bins.reduce((total, { n }) => total + n, 0);

        expect(sum).toBe(values.length < FEWEST ? 0 : values.length);
        expect(bins.every(({ n }) => n >= FEWEST)).toBe(true);
        expect(bins.flatMap(({ from, to }) => [from, to])).toEqual(
          bins.flatMap((_, at) => [at === 0 ? 0 : (bins[at - 1]?.to ?? 0) + 1, bins[at]?.to]),
        );
      }),
    );
  });
});
