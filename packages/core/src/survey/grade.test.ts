import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { gradeOf, PRIOR } from "./grade.ts";

describe("the grade of an activity", () => {
  it.each([
    // m = (10·4 + sum) / (10 + n): 20 answers make a denominator of 30.
    { n: 20, sum: 95, grade: "excellent" },
    { n: 20, sum: 94, grade: "good" },
    { n: 20, sum: 80, grade: "good" },
    { n: 20, sum: 79, grade: "fair" },
    { n: 20, sum: 50, grade: "fair" },
    { n: 20, sum: 49, grade: "poor" },
    { n: 5, sum: 25, grade: "good" },
    { n: 5, sum: 5, grade: "fair" },
    { n: 10, sum: 50, grade: "excellent" },
    { n: 9, sum: 45, grade: "good" },
  ] as const)("is $grade for $n answers that sum to $sum, without a year before", ({ n, sum, grade }) => {
    expect(gradeOf({ sum, n }).grade).toBe(grade);
  });

  it.each([0, 1, 4])("does not exist for %i answers", (n) => {
    expect(gradeOf({ sum: 5 * n, n })).toEqual({});
  });

  it.each([
    { prior: { sum: 9, n: 2 }, sum: 45, grade: "excellent" },
    { prior: { sum: 8_999_999, n: 2_000_000 }, sum: 45, grade: "good" },
    { prior: { sum: 4, n: 1 }, sum: 40, grade: "good" },
    { prior: { sum: 3_999_999, n: 1_000_000 }, sum: 40, grade: "fair" },
    { prior: { sum: 0, n: 0 }, sum: 40, grade: "good" },
  ] as const)("weighs last year's mean $prior as ten answers, exactly", ({ prior, sum, grade }) => {
    expect(gradeOf({ sum, n: 10 }, prior).grade).toBe(grade);
  });

  it("tells the mean as a fraction", () => {
    expect(gradeOf({ sum: 23, n: 5 }, { sum: 13, n: 3 }).mean).toEqual({ numerator: 199, denominator: 45 });
  });

  it.each([
    { sum: 26, n: 5 },
    { sum: 4, n: 5 },
    { sum: 20.5, n: 5 },
    { sum: 0, n: -1 },
  ])("refuses sums that no scores make: $sum of $n", (scores) => {
    expect(() => gradeOf(scores)).toThrow(RangeError);
  });

  test.prop([fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 60 }), fc.nat(59)])(
    "never falls when one client is happier",
    (scores, at) => {
      const order = ["poor", "fair", "good", "excellent", undefined];
      const sum = scores.reduce((total, score) => total + score, 0);
      const raised = (scores[at % scores.length] ?? 5) < 5 ? sum + 1 : sum;
      const before = order.indexOf(gradeOf({ sum, n: scores.length }, PRIOR).grade);

      expect(order.indexOf(gradeOf({ sum: raised, n: scores.length }, PRIOR).grade)).toBeGreaterThanOrEqual(before);
    },
  );
});
