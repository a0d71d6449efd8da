import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countsOf, emptyLine, provisionalState, rankOf, resolve } from "./line.ts";
import * as Sample from "./participation.builder.ts";

describe("the line before a position", () => {
  it.each<[number, number[], string]>([
    [20, [], "placed"],
    [21, [], "waiting"],
    [21, [5], "placed"],
    [21, [30], "waiting"],
    [22, [5], "waiting"],
  ])("with 20 places and the voids %j, number %i is %s", (number, voids, state) => {
    expect(provisionalState(number, { voids }, 20)).toBe(state);
  });

  it("places exactly the smallest numbers that are not void, up to the head-count", () => {
    const voids = fc.uniqueArray(fc.integer({ min: 1, max: 80 }));
    fc.assert(
      fc.property(voids, fc.integer({ min: 1, max: 40 }), (gone, headCount) => {
        const held = Array.from({ length: 80 }, (_, index) => index + 1).filter((number) => !gone.includes(number));
        const placed = held.filter((number) => provisionalState(number, { voids: gone }, headCount) === "placed");

        expect(placed).toEqual(held.slice(0, headCount));
        expect(held.map((number) => rankOf(number, gone))).toEqual(held.map((_, index) => index + 1));
      }),
    );
  });

  it("decides about a row only until the deadline has allocated", () => {
    const line = { ...emptyLine(Sample.positionId()), drawn: 3, active: 3 };
    const waiting = Sample.row(1, 1, "waiting");

    expect(resolve(waiting, line, 1).state).toBe("placed");
    expect(resolve(waiting, { ...line, allocatedAt: Sample.DEADLINE }, 1).state).toBe("waiting");
    expect(resolve(Sample.row(1, 1, "withdrawn"), line, 1).state).toBe("withdrawn");
  });

  it.each([
    [0, { placed: 0, waiting: 0 }],
    [3, { placed: 3, waiting: 0 }],
    [5, { placed: 3, waiting: 2 }],
  ])("of %i people, with 3 places, counts who is placed and who waits", (active, counts) => {
    expect(countsOf({ active }, 3)).toEqual(counts);
  });
});
