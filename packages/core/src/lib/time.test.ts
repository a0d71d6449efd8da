import { describe, expect, it } from "vitest";
import { dayOf, instantOf, nextTimeOfDay, overlaps, plusDays, yearOf } from "./time.ts";

const ZONE = "Asia/Shanghai";

describe("local calendars", () => {
  it("begin the day and the year at local midnight", () => {
    expect([dayOf("2026-12-31T15:59:59.999Z", ZONE), yearOf("2026-12-31T16:00:00.000Z", ZONE)]).toEqual([
      "2026-12-31",
      2027,
    ]);
  });

  it("keep the wall clock over a change to summer time", () => {
    expect(plusDays("2026-03-28T09:00:00.000Z", 1, "Europe/Berlin")).toBe("2026-03-29T08:00:00.000Z");
  });

  it("know the instant of a local time", () => {
    expect(instantOf("2026-09-12", "08:00", ZONE)).toBe("2026-09-12T00:00:00.000Z");
  });
});

it.each([
  ["2026-09-10T01:59:59.999Z", "2026-09-10T02:00:00.000Z"],
  ["2026-09-10T02:00:00.000Z", "2026-09-10T08:00:00.000Z"],
  ["2026-09-10T08:00:00.000Z", "2026-09-11T02:00:00.000Z"],
])("finds the next common round strictly after %s", (at, next) => {
  expect(nextTimeOfDay(at, ["10:00", "16:00"], ZONE)).toBe(next);
});

it("does not take back-to-back spans for an overlap", () => {
  const span = (from: number, to: number) => ({
    from: `2026-09-10T0${from}:00:00.000Z`,
    to: `2026-09-10T0${to}:00:00.000Z`,
  });

  expect([overlaps(span(1, 3), span(3, 5)), overlaps(span(1, 4), span(3, 5))]).toEqual([false, true]);
});
