import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { clockAt, sameDay } from "./wall-clock.ts";

const ZONES = [...Intl.supportedValuesOf("timeZone"), "UTC", "+05:30"];

/** The same by Temporal. */
function byTemporal(instant: string, zone: string) {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  return { year: at.year, month: at.month, day: at.day, weekday: at.dayOfWeek, hour: at.hour, minute: at.minute };
}

const zones = fc.constantFrom(...ZONES);
const instants = fc
  .date({ min: new Date("1900-01-01T00:00:00.000Z"), max: new Date("2199-12-31T23:59:59.999Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

describe("the wall clock of a zone", () => {
  it("shows what Temporal reads, in every zone over three hundred years", () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        expect(clockAt(instant, zone)).toEqual(byTemporal(instant, zone));
      }),
      { numRuns: 3000 },
    );
  });

  it("shows what Temporal reads at both sides of the hours that summer time takes and gives", () => {
    for (const zone of ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai"])
      for (const day of [
        "1986-05-03",
        "1991-09-14",
        "2026-03-08",
        "2026-03-29",
        "2026-04-04",
        "2026-10-25",
        "2026-11-01",
      ])
        for (let minutes = 0; minutes < 2 * 24 * 60; minutes += 30) {
          const instant = new Date(Date.parse(day) + minutes * 60_000 - 1).toISOString();

          expect(clockAt(instant, zone)).toEqual(byTemporal(instant, zone));
        }
  });

  it("shows the same day exactly when Temporal reads the same day", () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 2 * 24 * 60 }), zones, (from, minutes, zone) => {
        const to = new Date(Date.parse(from) + minutes * 60_000).toISOString();
        const [a, b] = [from, to].map((at) => Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate());

        expect(sameDay(clockAt(from, zone), clockAt(to, zone))).toBe(String(a) === String(b));
      }),
    );
  });

  it.each([
    ["2026-09-12T10:00:00.000Z", "Asia/Nowhere"],
    ["next Saturday", "Asia/Shanghai"],
  ])("refuses what is no instant or no zone (%s, %s)", (instant, zone) => {
    expect(() => clockAt(instant, zone)).toThrow(RangeError);
  });
});
