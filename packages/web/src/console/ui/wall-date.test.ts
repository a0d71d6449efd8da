import { expect, it } from "vitest";
import { wallDate } from "./wall-date.ts";

it("gives a workbook what the wall clock shows, whatever zone the reader's computer is in", () => {
  expect(wallDate("2026-12-31T16:05:00.000Z", "Asia/Shanghai")?.toISOString()).toBe("2027-01-01T00:05:00.000Z");
  expect(wallDate(undefined, "Asia/Shanghai")).toBeUndefined();
});
