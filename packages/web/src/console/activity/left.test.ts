import { expect, it } from "vitest";
import { leftUntil } from "./left.ts";

const NOW = Date.parse("2026-09-10T10:00:00.000Z");

it.each([
  ["2026-09-12T10:00:00.000Z", { late: false, unit: "days", count: 2 }],
  ["2026-09-12T09:59:00.000Z", { late: false, unit: "hours", count: 47 }],
  ["2026-09-10T11:00:00.000Z", { late: false, unit: "hours", count: 1 }],
  ["2026-09-10T10:59:59.000Z", { late: false, unit: "minutes", count: 60 }],
  ["2026-09-10T10:00:00.000Z", { late: true, unit: "minutes", count: 1 }],
  ["2026-09-07T10:00:00.000Z", { late: true, unit: "days", count: 3 }],
])("counts what is left until %s", (at, left) => {
  expect(leftUntil(at, NOW)).toEqual(left);
});
