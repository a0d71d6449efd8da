import { expect, it } from "vitest";
import { instantAt, wallAt } from "./wall-time.ts";

it.each([
  ["2026-12-01T09:30", "Asia/Shanghai", "2026-12-01T01:30:00.000Z"],
  ["2026-01-01T00:00", "Asia/Shanghai", "2025-12-31T16:00:00.000Z"],
  ["2026-07-01T08:05", "Europe/Berlin", "2026-07-01T06:05:00.000Z"],
  ["2026-03-29T03:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ["2026-03-29T01:30", "Europe/Berlin", "2026-03-29T00:30:00.000Z"],
])("takes %s on the wall of %s for the instant that it is, and shows it so again", (wall, zone, instant) => {
  expect(instantAt(wall, zone)).toBe(instant);
  expect(wallAt(instant, zone)).toBe(wall);
});
