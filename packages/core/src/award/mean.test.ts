import { describe, expect, it } from "vitest";
import { byMean, rounded } from "./mean.ts";

describe("a mean for people to read", () => {
  it.each([
    ["9/2", 4.5],
    ["17/4", 4.25],
    ["22/7", 3.1429],
    ["1/3", 0.3333],
    ["1/20000", 0.0001],
    ["5/1", 5],
    [`${10n ** 40n * 9n}/${10n ** 40n * 2n}`, 4.5],
  ])("is rounded half up to four decimals: %s", (fraction, shown) => {
    expect(rounded(fraction)).toBe(shown);
  });

  it("is not what decides: two that read the same still differ", () => {
    expect(rounded("900001/200000")).toBe(rounded("9/2"));
    expect(byMean("900001/200000", "9/2")).toBeLessThan(0);
  });
});
