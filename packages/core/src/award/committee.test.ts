import { describe, expect, it } from "vitest";
import { pseudonymOf } from "./award.builder.ts";
import { confirm, honoursOf, type Replacement } from "./committee.ts";
import { AT, decider, deciding, ZONE } from "./run.builder.ts";
import type * as Run from "./run.ts";

const placesOf = (run: Run.Info) => ("outcome" in run ? run.outcome.places : []);
const isCandidate = (pseudonym: string) => Number(pseudonym) <= 7;
const replaced = (...all: [out: number, chosen: number][]): Replacement[] =>
  all.map(([out, chosen]) => ({
    out: pseudonymOf(out),
    in: pseudonymOf(chosen),
    reason: "经党委会议讨论，另有安排。",
  }));
const honours = (...all: [number, number][]) => honoursOf(placesOf(deciding()), replaced(...all), isCandidate);
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return "none";
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe("the five after replacements", () => {
  it("keep their order, and say whom somebody replaces and why", () => {
    expect(
      honours([2, 6]).map(({ place, pseudonym, instead }) => [place, Number(pseudonym), instead?.pseudonym]),
    ).toEqual([
      [1, 1, undefined],
      [2, 6, pseudonymOf(2)],
      [3, 3, undefined],
      [4, 4, undefined],
      [5, 5, undefined],
    ]);
  });

  it.each([
    ["somebody without a place leaves", [[6, 7]], "award.not_placed"],
    ["somebody with a place comes", [[1, 2]], "award.placed_already"],
    ["somebody who is no candidate comes", [[1, 8]], "award.not_candidate"],
    [
      "one person replaces two",
      [
        [1, 6],
        [2, 6],
      ],
      "award.replaced_twice",
    ],
    [
      "one person is replaced by two",
      [
        [1, 6],
        [1, 7],
      ],
      "award.replaced_twice",
    ],
  ] as const)("are refused when %s", (_, changes, code) => {
    expect(codeOf(() => honours(...(changes as unknown as [number, number][])))).toBe(code);
  });
});

describe("the committee's decision", () => {
  const say = (run: Run.Info, number: number, said = honours()) =>
    confirm(run, said, { decider: decider(number), at: AT, zone: ZONE });

  it("takes two people, and opens a window until 18:00 a week later", () => {
    const run = say(say(deciding(), 101), 102);

    expect(run).toMatchObject({
      status: "noticed",
      decision: { by: ["mem_101", "mem_102"] },
      plan: { Notice: ["2027-01-22T10:00:00.000Z"] },
    });
  });

  it("starts over when the second says something else", () => {
    const run = say(say(deciding(), 101), 102, honours([1, 6]));

    expect(run).toMatchObject({ status: "deciding", proposal: { by: "mem_102" } });
    expect(say(run, 101, honours([1, 6])).status).toBe("noticed");
  });

  it.each([
    ["the same person twice", () => say(say(deciding(), 101), 101), "award.needs_another"],
    ["somebody who has a place", () => say(deciding(), 3), "award.own_case"],
    ["somebody who would lose a place", () => say(deciding(), 1, honours([1, 6])), "award.own_case"],
    ["somebody who would get one", () => say(deciding(), 6, honours([1, 6])), "award.own_case"],
    ["anybody once it is decided", () => say(say(say(deciding(), 101), 102), 103), "award.not_deciding"],
  ])("is not taken by %s", (_, work, code) => {
    expect(codeOf(work)).toBe(code);
  });
});
