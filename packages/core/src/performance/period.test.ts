import { expect, it } from "vitest";
import { attainmentIn, attainmentText } from "./performance.ts";
import { lastDayOf, periodIn } from "./period.ts";

it.each([
  ["2010", "2010", "2010-12-31"],
  ["2010年", "2010", "2010-12-31"],
  ["2010-6", "2010-06", "2010-06-30"],
  ["2012年2月", "2012-02", "2012-02-29"],
  ["2010-Q1", "2010-Q1", "2010-03-31"],
  ["2010年三季度", "2010-Q3", "2010-09-30"],
  ["2010年第4季度", "2010-Q4", "2010-12-31"],
])("reads %s as %s, which ends on %s", (text, period, day) => {
  expect([periodIn(text), lastDayOf(period)]).toEqual([period, day]);
});

it.each(["", "去年", "2010-13", "2010-0", "2010-Q5", "20100", "2010年上半年"])("reads no period in “%s”", (text) => {
  expect(periodIn(text)).toBeUndefined();
});

it.each([
  ["103.25%", 10_325],
  ["103.2", 10_320],
  ["0", 0],
  ["1,032.5 %", 103_250],
])("reads %s as %i hundredths of a percent", (text, found) => {
  expect(attainmentIn(text)).toBe(found);
});

it.each(["", "-1", "103.255", "良好", "1e3", "10001%"])("reads no attainment in “%s”", (text) => {
  expect(attainmentIn(text)).toBeUndefined();
});

it("writes an attainment as people read it", () => {
  expect([10_325, 5, 0].map(attainmentText)).toEqual(["103.25%", "0.05%", "0.00%"]);
});
