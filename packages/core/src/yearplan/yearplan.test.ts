import { describe, expect, it } from "vitest";
import { linesOf, type PlannedClass, quarterOf } from "./yearplan.ts";

const at = "2026-05-15T01:00:00.000Z";
const asked = { year: 2026, teamIds: ["t1"], cadences: [], at, zone: "Asia/Shanghai" };
let number = 0;
const class_ = (startsAt: string, state: PlannedClass["state"], teamId = "t1"): PlannedClass => {
  number += 1;
  return { id: `cls_${number}`, courseId: "crs_1", teamId, title: "急救", startsAt, state };
};
const cellsOf = (classes: PlannedClass[], more: object = {}) =>
  (linesOf({ ...asked, classes, ...more })[0]?.cells ?? []).map(({ colour, isOverdue }) =>
    isOverdue ? `${colour}!` : colour,
  );
const cadence = (perQuarter: number) => ({ year: 2026, teamId: "t1", perQuarter, by: "mem_1", at, version: 0 });

describe("the plan of a team's year", () => {
  it("wants one class a quarter, and is overdue where a quarter is over without", () => {
    expect(cellsOf([])).toEqual(["missing!", "missing", "missing", "missing"]);
  });

  it("is held, planned or missing by quarter", () => {
    const classes = [
      class_("2026-02-01T01:00:00.000Z", "held"),
      class_("2026-06-01T01:00:00.000Z", "planned"),
      class_("2026-08-01T01:00:00.000Z", "cancelled"),
    ];

    expect(cellsOf(classes)).toEqual(["held", "planned", "missing", "missing"]);
  });

  it("does not count a class to which nobody came", () => {
    expect(cellsOf([class_("2026-05-01T01:00:00.000Z", "empty")])[1]).toBe("missing!");
  });

  it("takes the quarter of the alliance's zone: new year's night is the new year's", () => {
    const night = class_("2025-12-31T16:30:00.000Z", "held");

    expect(cellsOf([night])[0]).toBe("held");
    expect(linesOf({ ...asked, year: 2025, classes: [night] })[0]?.cells[3]?.colour).toBe("missing");
    expect(["2026-03-31", "2026-04-01", "2026-12-31"].map(quarterOf)).toEqual([1, 2, 4]);
  });

  it("follows the cadence that was set for the team and the year", () => {
    const classes = [class_("2026-02-01T01:00:00.000Z", "held")];

    expect(cellsOf(classes, { cadences: [cadence(2)] })).toEqual(["missing!", "missing", "missing", "missing"]);
    expect(cellsOf(classes, { cadences: [cadence(0)] })).toEqual(["held", "none", "none", "none"]);
  });

  it("lists behind each cell the classes of this team alone, the first first", () => {
    const classes = [
      class_("2026-03-01T01:00:00.000Z", "held"),
      class_("2026-02-01T01:00:00.000Z", "held"),
      class_("2026-02-02T01:00:00.000Z", "held", "t2"),
    ];

    expect(linesOf({ ...asked, classes })[0]?.cells[0]?.classes.map(({ startsAt }) => startsAt.slice(0, 10))).toEqual([
      ...["2026-02-01", "2026-03-01"],
    ]);
  });
});
