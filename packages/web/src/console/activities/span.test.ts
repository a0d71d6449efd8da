import { expect, it } from "vitest";
import { monthAfter, spanOf, weeksOf } from "./span.ts";

const AT = { today: "2026-09-15", zone: "Asia/Shanghai" };

it("asks for whole local days, the last included, and for a month back unless said", () => {
  expect(spanOf({ from: "2026-09-01", to: "2026-09-30" }, AT)).toEqual({
    from: "2026-08-31T16:00:00.000Z",
    to: "2026-09-30T16:00:00.000Z",
  });
  expect(spanOf({}, AT)).toEqual({ from: "2026-08-15T16:00:00.000Z" });
  expect(spanOf({ from: "yesterday" }, AT)).toEqual({ from: "2026-08-15T16:00:00.000Z" });
});

it("looks for text at any time", () => {
  expect(spanOf({ q: "敬老" }, AT).from).toBe("1999-12-31T16:00:00.000Z");
});

it("shows a month in whole weeks from Monday on", () => {
  const weeks = weeksOf("2026-09");

  expect(weeks.map(([monday]) => monday)).toEqual([
    "2026-08-31",
    "2026-09-07",
    "2026-09-14",
    "2026-09-21",
    "2026-09-28",
  ]);
  expect(weeks.at(-1)?.at(-1)).toBe("2026-10-04");
  expect(weeksOf("2027-02").map((week) => week[0])).toEqual(["2027-02-01", "2027-02-08", "2027-02-15", "2027-02-22"]);
});

it("goes over the year's end", () => {
  expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
});
