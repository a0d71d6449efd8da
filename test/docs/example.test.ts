import { expect, it } from "vitest";
import { nextMonday } from "../../examples/taizhou/generate.ts";

it.each([
  ["2026-09-01T02:00:00.000Z", "2026-09-07"],
  ["2026-09-06T15:59:59.999Z", "2026-09-07"],
  ["2026-09-06T16:00:00.000Z", "2026-09-14"],
  ["2026-09-07T02:00:00.000Z", "2026-09-14"],
  ["2026-12-31T02:00:00.000Z", "2027-01-04"],
])("after %s the next Monday of the example is %s", (now, monday) => {
  expect(nextMonday(Date.parse(now))).toBe(monday);
});
