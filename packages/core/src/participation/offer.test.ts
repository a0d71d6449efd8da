import fc from "fast-check";
import { expect, it } from "vitest";
import { wallTimeOf } from "../lib/time.ts";
import { workdaysOf } from "../workcalendar/workcalendar.ts";
import { lastHourOf, offerUntil } from "./offer.ts";

const ZONE = "Asia/Shanghai";
const workdays = workdaysOf([]);
const OFFICE = { zone: ZONE, works: (day: string) => workdays.on(day).works };
const local = (text: string) => new Date(`${text}:00+08:00`).toISOString();
const until = (at: string, startsAt: string) => {
  const end = offerUntil(local(at), local(startsAt), OFFICE);
  return end && wallTimeOf(end, ZONE).slice(0, 16);
};

it.each([
  ["four working hours", "2026-09-07T09:00", "2026-09-12T09:00", "2026-09-07T13:00"],
  [
    "past the National Day's week, of which each day is off",
    "2026-09-30T16:00",
    "2026-10-30T09:00",
    "2026-10-08T11:00",
  ],
  ["on a Sunday that is worked for a holiday (调休)", "2026-09-20T09:00", "2026-10-30T09:00", "2026-09-20T13:00"],
  ["past a Friday that is off", "2026-09-24T16:00", "2026-10-30T09:00", "2026-09-28T11:00"],
  ["into the next working day", "2026-09-07T16:00", "2026-09-12T09:00", "2026-09-08T11:00"],
  [
    "a third of what is left, after the night that it would end in",
    "2026-09-11T16:00",
    "2026-09-15T18:00",
    "2026-09-13T09:00",
  ],
  ["a third of what is left", "2026-09-12T09:00", "2026-09-12T15:00", "2026-09-12T11:00"],
  ["not into the night", "2026-09-11T20:00", "2026-09-12T14:00", "2026-09-12T09:00"],
  ["twenty minutes at least", "2026-09-12T08:15", "2026-09-12T09:20", "2026-09-12T08:35"],
  ["not beyond the last hour", "2026-09-11T22:00", "2026-09-12T08:00", "2026-09-12T07:00"],
])("holds an offer for %s", (_, at, startsAt, end) => {
  expect(until(at, startsAt)).toBe(end);
});

it("offers to all in the last hour", () => {
  expect(until("2026-09-12T08:00", "2026-09-12T09:00")).toBeUndefined();
  expect(until("2026-09-12T07:59", "2026-09-12T09:00")).toBe("2026-09-12T08:19");
});

it("always ends after it begins and not after the start, with time to answer while there is any", () => {
  const minutes = fc.integer({ min: 61, max: 60 * 24 * 20 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 24 * 7 }), minutes, (offset, left) => {
      const at = new Date(Date.parse("2026-09-07T00:00:00.000Z") + offset * 60_000).toISOString();
      const startsAt = new Date(Date.parse(at) + left * 60_000).toISOString();
      const end = offerUntil(at, startsAt, OFFICE) ?? "";

      expect(Date.parse(end) - Date.parse(at)).toBeGreaterThanOrEqual(20 * 60_000);
      expect(end <= startsAt).toBe(true);
      if (left > 80) expect(end <= lastHourOf(startsAt)).toBe(true);
    }),
  );
});
