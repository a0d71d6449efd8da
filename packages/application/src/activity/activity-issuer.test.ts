import { yearOf } from "@yigong/core/lib/time.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { expect, it } from "vitest";
import { issuerFrom } from "./activity-issuer.ts";

it.each([
  ["until 24:00 on 31 December: the old year", "2026-12-31T16:00:00.000Z", 2026],
  ["until a minute to midnight", "2026-12-31T15:59:00.000Z", 2026],
  ["into the first minute of the new year", "2026-12-31T16:01:00.000Z", 2027],
  ["until 24:00 in UTC, which is eight in the morning", "2027-01-01T00:00:00.000Z", 2027],
])("counts an activity for the year in which somebody last served: %s", (_, endsAt, year) => {
  const sessions = [
    Sample.session(1, { startsAt: "2026-12-31T12:00:00.000Z", endsAt }),
    Sample.session(1, { id: Sample.sessionId(2) }),
  ];

  expect(yearOf(issuerFrom(Sample.activity({ sessions })).endedAt, "Asia/Shanghai")).toBe(year);
});
