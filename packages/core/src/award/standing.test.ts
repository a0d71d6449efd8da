import { describe, expect, it } from "vitest";
import { counted, manifest, pseudonymOf } from "./award.builder.ts";
import { lotOf, seedOf } from "./draw.ts";
import { placesOf, standingsOf } from "./standing.ts";

const only = (...all: Parameters<typeof counted>) => {
  const [standing] = standingsOf(manifest(), [counted(...all)]);
  if (!standing) throw new Error("nobody stands");
  return standing;
};

describe("vetoes, preference and floor at their lines", () => {
  it.each([
    [0, true, false, true],
    [1, false, false, true],
    [299, false, false, true],
    [300, false, false, false],
    [301, false, false, false],
    [500, false, false, false],
    [501, false, true, false],
    [-50, true, false, true],
  ])("party member with %i hundredths: vetoed %s, preferred %s, below the floor %s", (points, ...expected) => {
    const { vetoed, preferred, belowFloor } = only(1, { points }, { status: "partyMember" });

    expect([vetoed, preferred, belowFloor]).toEqual(expected);
  });

  it.each([
    ["leagueMember", 0, true, false],
    ["masses", 0, true, false],
    ["masses", 1, false, false],
    ["leagueMember", 300, false, false],
    ["masses", 300, false, false],
    ["leagueMember", 301, false, true],
    ["masses", 301, false, true],
    ["masses", 500, false, true],
    ["masses", 501, false, true],
  ] as const)("%s with %i hundredths: vetoed %s, preferred %s, never below a floor", (status, points, ...expected) => {
    const { vetoed, preferred, belowFloor } = only(1, { points }, { status });

    expect([vetoed, preferred, belowFloor]).toEqual([...expected, false]);
  });

  it("vetoes every employee without points, volunteer or not, and asks no floor of who is none", () => {
    expect(only(1, {}, { volunteer: false, status: "partyMember" })).toMatchObject({
      vetoed: true,
      belowFloor: false,
      candidate: false,
    });
  });

  it("lists who left in the year, without veto, preference, floor or place", () => {
    const left = { employed: false, volunteer: false, status: "partyMember" } as const;

    expect(only(1, { points: 900 }, left)).toMatchObject({ preferred: false, candidate: false, belowFloor: false });
    expect(only(1, { points: 0 }, left)).toMatchObject({ vetoed: false, rank: 1 });
  });
});

/** Two people who are equal up to a criterion: the first is ahead by it although all later ones speak for the second. */
describe("ties", () => {
  const equal = { points: 700, halfDays: 4, attendances: 3, mean: "22/5" };

  it.each([
    ["points", { ...equal, points: 701, halfDays: 1, attendances: 1, mean: null }],
    ["workdays", { ...equal, halfDays: 5, attendances: 1, mean: null }],
    ["attendances", { ...equal, attendances: 4, mean: "1/1" }],
    ["mean", { ...equal, mean: "23/5" }],
  ])("are decided by %s", (by, better) => {
    const standings = standingsOf(manifest(), [counted(1, equal), counted(2, better)]);

    expect(standings.map(({ pseudonym, decidedBy }) => [pseudonym, decidedBy])).toEqual([
      [pseudonymOf(2), by],
      [pseudonymOf(1), null],
    ]);
  });

  it("put no mean behind the worst, and equal fractions nowhere", () => {
    const standings = standingsOf(manifest(), [
      counted(1, { ...equal, mean: null }),
      counted(2, { ...equal, mean: "1/1" }),
    ]);

    expect(standings.map(({ pseudonym }) => pseudonym)).toEqual([pseudonymOf(2), pseudonymOf(1)]);
  });

  it("end in the draw, which anybody can repeat", () => {
    const seed = seedOf(2026, manifest().draw);
    const lots = [1, 2, 3].map((number) => lotOf(seed, pseudonymOf(number)));
    const standings = standingsOf(
      manifest(),
      [1, 2, 3].map((number) => counted(number, equal)),
    );

    expect(standings.map(({ lot }) => lot)).toEqual(lots.toSorted());
    expect(standings.map(({ decidedBy }) => decidedBy)).toEqual(["draw", "draw", null]);
  });

  it("are drawn anew from another source, value or salt", () => {
    const draw = manifest().draw;
    const seeds = [draw, { ...draw, source: "x" }, { ...draw, value: "x" }, { ...draw, salt: "0".repeat(64) }];

    expect(new Set(seeds.map((one) => seedOf(2026, one))).size).toBe(4);
    expect(seedOf(2027, draw)).not.toBe(seedOf(2026, draw));
  });
});

describe("the five", () => {
  const six = [600, 500, 400, 300, 200, 200].map((points, at) => counted(at, { points }));

  it("are the first five candidates, each with what put them ahead of the next candidate", () => {
    const places = placesOf(standingsOf(manifest(), six), 5);

    expect(places.map(({ place, decidedBy }) => [place, decidedBy])).toEqual([
      [1, "points"],
      [2, "points"],
      [3, "points"],
      [4, "points"],
      [5, "draw"],
    ]);
  });

  it("pass over who is no volunteer, has left or has no points", () => {
    const people = [
      counted(1, { points: 900 }, { volunteer: false }),
      counted(2, { points: 800 }, { employed: false, volunteer: false }),
      counted(3, { points: 700 }),
      counted(4, { points: 0 }),
    ];

    expect(placesOf(standingsOf(manifest(), people), 5)).toEqual([
      { kind: "place", place: 1, pseudonym: pseudonymOf(3), decidedBy: null },
    ]);
  });
});
