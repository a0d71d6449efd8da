import { describe, expect, it } from "vitest";
import { decimal } from "./decimal.ts";
import { isWarned, progressOf } from "./progress.ts";
import { RULE_SET_1 } from "./rules.ts";

const PARTY = { partyMember: true, volunteer: true };
const OTHER = { partyMember: false, volunteer: true };

describe("the lines of a year, by rule set 1", () => {
  it.each([
    [-50, false, "3.50", "5.51"],
    [0, false, "3.00", "5.01"],
    [1, true, "2.99", "5.00"],
    [299, true, "0.01", "2.02"],
    [300, true, "0.00", "2.01"],
    [301, true, "0.00", "2.00"],
    [450, true, "0.00", "0.51"],
    [500, true, "0.00", "0.01"],
    [501, true, "0.00", "0.00"],
  ])(
    "for a party volunteer with %i: may stand %s, misses %s to the floor and %s to exceed 5.00",
    (points, mayStand, floor, preference) => {
      const progress = progressOf(points, PARTY, RULE_SET_1);

      expect(progress.mayStand).toBe(mayStand);
      expect([decimal(progress.floor?.missing ?? -1), progress.floor?.reached]).toEqual([floor, floor === "0.00"]);
      expect([decimal(progress.preference.missing), progress.preference.exceeded]).toEqual([
        preference,
        preference === "0.00",
      ]);
    },
  );

  it.each([
    [0, false, "3.01"],
    [1, true, "3.00"],
    [300, true, "0.01"],
    [301, true, "0.00"],
    [500, true, "0.00"],
    [501, true, "0.00"],
  ])("for others with %i: may stand %s, misses %s to exceed 3.00, and no floor", (points, mayStand, missing) => {
    const progress = progressOf(points, OTHER, RULE_SET_1);

    expect(progress).toMatchObject({ mayStand, preference: { line: 300, exceeded: missing === "0.00" } });
    expect(decimal(progress.preference.missing)).toBe(missing);
    expect(progress.floor).toBeUndefined();
  });

  it("ask no floor of a party member who is no volunteer, but know the line", () => {
    const progress = progressOf(400, { partyMember: true, volunteer: false }, RULE_SET_1);

    expect(progress.floor).toBeUndefined();
    expect(progress.preference.line).toBe(500);
  });
});

it.each([
  ["2026-09-30", 299, false],
  ["2026-10-01", 299, true],
  ["2026-10-01", 300, false],
  ["2026-12-31", 0, true],
  ["2027-01-01", 0, false],
])("warns on %s with %i: %s", (today, points, warned) => {
  expect(isWarned(progressOf(points, PARTY, RULE_SET_1), 2026, today)).toBe(warned);
});
