import { describe, expect, it } from "vitest";
import { readLines } from "./ranking-lines.ts";

describe("readLines", () => {
  it("reads two columns as they are pasted from a sheet, and passes over the heading and empty lines", () => {
    expect(readLines("工号\t名次\r\nA001\t1\r\n\r\nA002，2\nA003 2")).toEqual({
      good: [
        { number: "A001", rank: 1 },
        { number: "A002", rank: 2 },
        { number: "A003", rank: 2 },
      ],
      bad: [],
    });
  });

  it("names each line that is no number and whole rank, and loses none of them", () => {
    expect(readLines("A001 1\nA002\nA003 1.5\nA004 0\nA005 3 x").bad.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
  });
});
