import fc from "fast-check";
import { expect, it } from "vitest";
import { dayOf, wallTimeOf } from "../lib/time.ts";
import { plusWorkingHours } from "../lib/working-hours.ts";
import { type Table, workdaysOf } from "./workcalendar.ts";

const ZONE = "Asia/Shanghai";
const QUARTER_MS = 15 * 60_000;
const dayNumber = (at: number) => new Date(Date.UTC(2027, 0, 1 + at)).toISOString().slice(0, 10);

/** A year's table that somebody entered: some holidays, and weekend days that are worked for them. */
const tables = fc
  .record({
    holidays: fc.array(fc.record({ from: fc.nat(360), days: fc.integer({ min: 0, max: 8 }) }), { maxLength: 8 }),
    worked: fc.array(fc.nat(364), { maxLength: 8 }),
  })
  .map(({ holidays, worked }): Table & { version: number } => ({
    year: 2027,
    holidays: holidays.map(({ from, days }) => ({ name: "假", from: dayNumber(from), to: dayNumber(from + days) })),
    workdays: worked.map(dayNumber),
    source: "通知",
    version: 0,
  }));

it("counts exactly the asked hours between 9 and 18 o'clock of the days that the calendar says are worked", () => {
  fc.assert(
    fc.property(tables, fc.nat(300 * 96), fc.integer({ min: 1, max: 40 }), (table, quarter, quarters) => {
      const workdays = workdaysOf([table]);
      const works = (day: string) => workdays.on(day).works;
      const at = Date.parse("2027-01-01T00:00:00.000Z") + quarter * QUARTER_MS;
      const end = Date.parse(plusWorkingHours(new Date(at).toISOString(), quarters / 4, { zone: ZONE, works }));

      let counted = 0;
      for (let one = at; one < end; one += QUARTER_MS) {
        const instant = new Date(one).toISOString();
        const clock = wallTimeOf(instant, ZONE).slice(11, 16);
        if (works(dayOf(instant, ZONE)) && clock >= "09:00" && clock < "18:00") counted += 1;
      }
      expect(counted).toBe(quarters);
    }),
  );
});
