import { expect, it } from "vitest";
import { pointsByMonth } from "./by-month.ts";

const asked = { year: 2026, zone: "Asia/Shanghai" };

it("counts points in the local month in which they were posted", () => {
  const months = pointsByMonth(
    [
      { postedAt: "2026-01-31T16:30:00.000Z", points: "1.25" },
      { postedAt: "2026-02-10T01:00:00.000Z", points: "-0.10" },
    ],
    asked,
  );

  expect(months.slice(0, 3)).toEqual([0, 1.15, 0]);
});

it("counts what came after the year in its last month", () => {
  const months = pointsByMonth([{ postedAt: "2027-01-05T01:00:00.000Z", points: "0.50" }], asked);

  expect(months.at(-1)).toBe(0.5);
});
