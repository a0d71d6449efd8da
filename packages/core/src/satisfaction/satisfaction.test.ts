import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeText, correct, indexIn, indexText, state } from "./satisfaction.ts";
import { indexOf, surveyIndexOf } from "./survey-index.ts";
import { yearsOf } from "./years.ts";

const act = { by: "mem_1", at: "2026-09-01T01:00:00.000Z" };
const typed = (year: number, index: number) => ({ year, index, from: "typed" as const });

describe("the index of a year", () => {
  it.each([
    ["94.5", 945],
    ["94.50%", 945],
    ["100", 1000],
    ["0", 0],
    [" 91.7 分", 917],
    ["100.1", undefined],
    ["100.1 %", undefined],
    ["94.55", undefined],
    ["-1", undefined],
    ["九十", undefined],
  ])("reads %s", (text, index) => {
    expect(indexIn(text)).toBe(index);
  });

  it("changes by the exact difference against the year before, and by nothing where that is not known", () => {
    const years = yearsOf([typed(2009, 917), typed(2010, 945), typed(2012, 950)]);

    expect(years.map(({ year, change }) => [year, change])).toEqual([
      [2012, undefined],
      [2010, "+2.8"],
      [2009, undefined],
    ]);
    expect([changeText(900, 917), changeText(917, 917)]).toEqual(["-1.7", "0.0"]);
  });

  it("says when the year before came by another way", () => {
    const years = yearsOf([typed(2009, 917), { year: 2010, index: 945, from: "survey" }]);

    expect(years[0]).toMatchObject({ change: "+2.8", isOtherWay: true });
  });

  it("is stated once; the same again is one, and a correction keeps what was before", () => {
    const held = state(undefined, { year: 2010, index: 945, source: "年度报告" }, act);
    const said = { index: 946, source: "年度报告勘误", reason: "勘误", version: 0 };

    expect(state(held, { year: 2010, index: 945, source: "年度报告" }, act)).toBe(held);
    expect(() => state(held, { year: 2010, index: 900, source: "年度报告" }, act)).toThrow(
      expect.objectContaining({ code: "satisfaction.year_known" }),
    );
    expect(correct(held, said, act)).toMatchObject({ index: 946, before: [{ index: 945, source: "年度报告" }] });
    expect(indexText(5)).toBe("0.5");
  });
});

describe("our own survey", () => {
  const form = { kind: "satisfaction" as const, asked: 20 };
  const answer = (value: number, part?: string) => ({
    items: Array.from({ length: 10 }, () => value),
    ...(part && { part }),
  });
  const many = (count: number, value: number, part?: string) =>
    Array.from({ length: count }, () => answer(value, part));

  it("has the mean of the questions' means as its index, on 0 to 100", () => {
    const split = { items: [5, 5, 5, 5, 5, 1, 1, 1, 1, 1] };
    const { index, interval, answered } = surveyIndexOf(form, [...many(4, 5), split]);

    expect([index, answered, interval]).toEqual([900, { n: 5, percent: "25.0%" }, { low: "70.4", high: "100.0" }]);
  });

  it("shows nothing of four answers", () => {
    expect(surveyIndexOf(form, many(4, 5))).toEqual({ asked: 20 });
  });

  it("shows a department of five, unless the rest would be fewer", () => {
    const a = many(5, 5, "unit_a");
    const [alone, beside] = [
      [...a, ...many(4, 1)],
      [...a, ...many(5, 1, "unit_b"), ...many(5, 3)],
    ];

    expect(surveyIndexOf(form, alone).parts).toEqual([]);
    expect(surveyIndexOf(form, beside).parts).toEqual([
      { unitId: "unit_a", n: 5, index: "100.0" },
      { unitId: "unit_b", n: 5, index: "0.0" },
    ]);
  });

  it("is between 0 and 100 and within its interval, whatever is answered", () => {
    const items = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(fc.record({ items }), { minLength: 5, maxLength: 40 }), (answers) => {
        const { index = -1, interval } = surveyIndexOf({ ...form, asked: answers.length }, answers);

        expect(index).toBe(indexOf(answers));
        expect(index >= 0 && index <= 1000).toBe(true);
        expect(10 * Number(interval?.low) <= index + 1 && index <= 10 * Number(interval?.high) + 1).toBe(true);
      }),
    );
  });
});
