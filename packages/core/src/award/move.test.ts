import { describe, expect, it } from "vitest";
import { manifest } from "./award.builder.ts";
import * as Move from "./move.ts";
import { AT, deciding, fresh } from "./run.builder.ts";
import type * as Run from "./run.ts";

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return "none";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("a run", () => {
  it("keeps the first manifest and the first outcome", () => {
    const first = Move.freeze(fresh(), { manifest: manifest(), shards: 1 });
    const outcome = (run: Run.Info) => ("outcome" in run ? run.outcome : undefined);
    const other = {
      digest: "x",
      people: 0,
      places: [],
      counts: { vetoed: 0, preferred: 0, belowFloor: 0, candidates: 0 },
    };

    expect(Move.freeze(first, { manifest: manifest({ run: 9 }), shards: 7 })).toBe(first);
    expect(outcome(Move.rank(deciding(), other))).toEqual(outcome(deciding()));
  });

  it("is entered at its own stage, later ones are early and earlier ones change nothing but the visit", () => {
    const run = deciding();

    expect(codeOf(() => Move.enter(run, "Notice", AT))).toBe("stage.early");
    expect(Move.enter(run, "Freeze", AT)).toEqual({ ...run, visitedAt: AT });
    expect(Move.enter(run, "Committee", AT).enteredAt).toEqual({ Committee: AT });
  });

  it("is carried by one generation, and by none once it is withdrawn", () => {
    const second = Move.supersede(deciding(), { at: AT, definition: "2" });
    const gone = Move.withdraw(second, { by: "mem_1", reason: "更正", at: AT });

    expect([
      codeOf(() => Move.requireCarrier(second, 1)),
      codeOf(() => Move.requireCarrier(second, 2)),
      codeOf(() => Move.requireCarrier(gone, 2)),
    ]).toEqual(["award.superseded", "none", "award.withdrawn"]);
  });

  it("is withdrawn only while somebody is waited for", () => {
    const by = { by: "mem_1", reason: "更正", at: AT };

    expect(codeOf(() => Move.withdraw(fresh(), by))).toBe("award.not_waiting");
    expect(codeOf(() => Move.withdraw(Move.withdraw(deciding(), by), by))).toBe("award.not_waiting");
  });
});

it.each([
  ["2027-01-15T01:00:00.000Z", "2027-01-22T10:00:00.000Z"],
  ["2027-01-15T15:59:59.999Z", "2027-01-22T10:00:00.000Z"],
  ["2027-01-15T16:00:00.000Z", "2027-01-23T10:00:00.000Z"],
])("shows the five from %s until 18:00 local time a week later, %s", (at, until) => {
  expect(Move.noticeUntilOf(at, "Asia/Shanghai")).toBe(until);
});
