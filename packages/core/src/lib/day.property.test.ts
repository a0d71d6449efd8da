import { fc, it } from "@fast-check/vitest";
import { Temporal } from "temporal-polyfill";
import { describe, expect } from "vitest";
import { dayOf } from "./time.ts";

const ZONES = [
  "Asia/Shanghai",
  "UTC",
  "America/New_York",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
];
const byTemporal = (instant: string, zone: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

describe("the local day of an instant", () => {
  it.prop(
    [
      fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true }),
      fc.constantFrom(...ZONES),
    ],
    { numRuns: 2_000 },
  )("is that of the calendar, whatever the zone and the year", (date, zone) => {
    const instant = date.toISOString();

    expect(dayOf(instant, zone)).toBe(byTemporal(instant, zone));
  });

  it.each([
    ["2010-03-14T03:29:59.999Z", "America/St_Johns"],
    ["2010-03-14T03:31:00.000Z", "America/St_Johns"],
    ["2010-11-07T02:30:30.000Z", "America/St_Johns"],
    ["2011-12-30T09:59:59.999Z", "Pacific/Apia"],
    ["2011-12-30T10:00:00.000Z", "Pacific/Apia"],
    ["1991-09-14T16:00:00.000Z", "Asia/Shanghai"],
    ["1927-12-31T15:54:08.000Z", "Asia/Shanghai"],
  ])("is right where a zone changes: %s in %s", (instant, zone) => {
    expect(dayOf(instant, zone)).toBe(byTemporal(instant, zone));
  });
});
