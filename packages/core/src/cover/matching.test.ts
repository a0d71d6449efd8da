import { describe, expect, it } from "vitest";
import { coverer, crowd, need } from "./cover.builder.ts";
import { matchCovers } from "./matching.ts";

const offeredTo = (...args: Parameters<typeof matchCovers>) =>
  matchCovers(...args).assignments.map(({ needId, memberId }) => `${needId}:${memberId}`);

describe("who is offered a cover", () => {
  it("offers the same post before a post that may cover it, however near and unused the other is", () => {
    const far = coverer("far", { department: "repair", branchId: "south", coversThisYear: 50 });
    const near = coverer("near", { post: "hotline" });

    expect(offeredTo([need("n")], [near, far])).toEqual(["n:far"]);
  });

  it("offers the same department before the same branch, and that before all others, whatever the covers", () => {
    const colleague = coverer("c", { branchId: "south", coversThisYear: 50 });
    const comrade = coverer("b", { department: "repair", coversThisYear: 20 });
    const stranger = coverer("a", { department: "repair", branchId: "south" });

    expect(offeredTo([need("n")], [stranger, comrade, colleague])).toEqual(["n:c"]);
    expect(offeredTo([need("n")], [stranger, comrade])).toEqual(["n:b"]);
  });

  it("offers the fewest covers this year first, then the lowest id", () => {
    const often = coverer("a", { coversThisYear: 2 });

    expect(offeredTo([need("n")], [often, coverer("c"), coverer("b")])).toEqual(["n:b"]);
  });

  it("fills the most needs before it looks at preference", () => {
    const versatile = coverer("v");
    const hotline = coverer("h", { post: "hotline" });
    const needs = [need("n1"), need("n2", { coverableBy: [] })];

    expect(offeredTo(needs, [versatile, hotline])).toEqual(["n1:h", "n2:v"]);
  });

  it("keeps one more same post even when every other need gets somebody farther away", () => {
    const needs = [need("n1", { department: "d1" }), need("n2", { department: "d2" })];
    const pool = [
      coverer("c1", { department: "d1", post: "hotline" }),
      coverer("c2", { department: "d1" }),
      coverer("c3", { department: "x", branchId: "south" }),
    ];

    expect(offeredTo(needs, pool)).toEqual(["n1:c2", "n2:c3"]);
  });

  it("gives a coverer one need at most, even when the shifts do not overlap", () => {
    const morning = need("n0", { from: "2026-03-07T00:00:00.000Z", to: "2026-03-07T04:00:00.000Z" });

    expect(offeredTo([morning, need("n1")], [coverer("c")])).toEqual(["n0:c"]);
  });

  it("leaves out who is busy during any part of the shift", () => {
    const early = coverer("a", { busy: [{ from: "2026-03-07T01:00:00.000Z", to: "2026-03-07T05:00:00.001Z" }] });
    const within = coverer("b", { busy: [{ from: "2026-03-07T06:00:00.000Z", to: "2026-03-07T07:00:00.000Z" }] });
    const around = coverer("c", { busy: [{ from: "2026-03-07T00:00:00.000Z", to: "2026-03-07T20:00:00.000Z" }] });

    expect(offeredTo([need("n")], [early, within, around])).toEqual([]);
  });

  it("takes who is busy back to back with the shift", () => {
    const busy = [
      { from: "2026-03-07T01:00:00.000Z", to: "2026-03-07T05:00:00.000Z" },
      { from: "2026-03-07T09:00:00.000Z", to: "2026-03-07T12:00:00.000Z" },
    ];

    expect(offeredTo([need("n")], [coverer("c", { busy })])).toEqual(["n:c"]);
  });

  it("never offers a need again to who declined it, but offers that person another", () => {
    const needs = [need("n1", { declinedBy: ["a"] }), need("n2")];

    expect(offeredTo(needs, [coverer("a"), coverer("b")])).toEqual(["n1:b", "n2:a"]);
    expect(offeredTo(needs.slice(0, 1), [coverer("a")])).toEqual([]);
  });
});

describe("why a need stays unfilled", () => {
  const busy = [{ from: "2026-03-07T05:00:00.000Z", to: "2026-03-07T06:00:00.000Z" }];

  it.each([
    ["nobodyFit", "there is no coverer", need("n"), []],
    ["nobodyFit", "no post fits", need("n"), [coverer("c", { post: "driver" })]],
    ["allBusy", "all who fit are busy", need("n"), [coverer("c", { busy }), coverer("d", { post: "driver" })]],
    ["allDeclined", "the free ones declined", need("n", { declinedBy: ["c"] }), [coverer("c"), coverer("d", { busy })]],
  ] as const)("says %s when %s", (reason, _, open, coverers) => {
    const { unfilled } = matchCovers([open], coverers);

    expect(unfilled).toEqual([{ needId: "n", reason }]);
  });

  it("says allTaken when the willing ones cover other needs", () => {
    const { assignments, unfilled } = matchCovers([need("n1"), need("n2"), need("n3")], [coverer("a"), coverer("b")]);

    expect(assignments.map(({ needId }) => needId)).toEqual(["n1", "n2"]);
    expect(unfilled).toEqual([{ needId: "n3", reason: "allTaken" }]);
  });
});

describe("input that is not a matching", () => {
  it.each([
    ["a need given twice", [need("n"), need("n")], []],
    ["a coverer given twice", [need("n")], [coverer("c"), coverer("c")]],
    ["a negative number of covers", [need("n")], [coverer("c", { coversThisYear: -1 })]],
  ])("refuses %s", (_, needs, coverers) => {
    expect(() => matchCovers(needs, coverers)).toThrow(RangeError);
  });

  it("gives an empty matching for no needs", () => {
    expect(matchCovers([], [coverer("c")])).toEqual({ assignments: [], unfilled: [] });
  });
});

describe("an activity of 1,500 participants", () => {
  it.each([
    ["shifts in common", "shifts"],
    ["hours of their own", "own"],
  ] as const)("matches 1,100 needs with %s in under a second of computing", (_, hours) => {
    const { needs, coverers } = crowd({ needs: 1100, coverers: 1500, posts: 12, hours });

    const before = process.cpuUsage();
    const { assignments } = matchCovers(needs, coverers);
    const { user, system } = process.cpuUsage(before);

    expect(assignments).toHaveLength(1100);
    expect(user + system).toBeLessThan(1_000_000);
  });
});
