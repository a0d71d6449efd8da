import { describe, expect, it } from "vitest";
import { decimal } from "./decimal.ts";
import { RULE_SET_1, ruleSetAt, scoreCovers, scoreService, totalOf } from "./rules.ts";

describe("points of rule set 1", () => {
  it.each([
    ["one attendance, a whole day, excellent", { attendances: 1, halfDays: 2, grade: "excellent" as const }, 200],
    ["one attendance, half a day, good", { attendances: 1, halfDays: 1, grade: "good" as const }, 145],
    ["two attendances, one and a half days, fair", { attendances: 2, halfDays: 3, grade: "fair" as const }, 275],
    ["one attendance under half an hour, poor", { attendances: 1, halfDays: 0, grade: "poor" as const }, 50],
    [
      "one attendance, a whole day, too few answers for a grade",
      { attendances: 1, halfDays: 2, grade: undefined },
      150,
    ],
    ["no attendance, whatever the grade", { attendances: 0, halfDays: 0, grade: "excellent" as const }, 0],
  ])("are by hand: %s", (_, service, points) => {
    expect(totalOf(scoreService(service, RULE_SET_1))).toBe(points);
  });

  it("are half a point for a cover done", () => {
    expect(totalOf(scoreCovers(3, RULE_SET_1))).toBe(150);
  });
});

it("scores by the rule set in force at the activity's end", () => {
  const second = { ...RULE_SET_1, version: 2, effectiveFrom: "2026-07-01T00:00:00.000Z" };
  const versionAt = (at: string) => ruleSetAt(at, [RULE_SET_1, second]).version;

  expect([versionAt("2026-06-30T23:59:59.999Z"), versionAt("2026-07-01T00:00:00.000Z")]).toEqual([1, 2]);
});

it.each([
  [450, "4.50"],
  [5, "0.05"],
  [-50, "-0.50"],
  [0, "0.00"],
  [12345, "123.45"],
])("writes %i as %s", (points, text) => {
  expect(decimal(points)).toBe(text);
});
