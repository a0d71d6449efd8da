import { fc, it } from "@fast-check/vitest";
import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";
import { Series } from "./index.ts";

const weekday = fc.integer({ min: 1, max: 7 });
const rule: fc.Arbitrary<Series.Rule> = fc.oneof(
  fc.record({
    kind: fc.constant("weekly" as const),
    everyWeeks: fc.integer({ min: 1, max: 4 }),
    weekdays: fc.array(weekday, { minLength: 1, maxLength: 7 }),
  }),
  fc.record({ kind: fc.constant("monthlyOnDay" as const), day: fc.integer({ min: 1, max: 31 }) }),
  fc.record({ kind: fc.constant("monthlyOnWeekday" as const), nth: fc.constantFrom(1, 2, 3, 4, -1 as const), weekday }),
);
const from = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => Temporal.PlainDate.from("2026-01-01").add({ days }).toString());
const span = fc.integer({ min: 0, max: 366 });
const zone = fc.constantFrom(
  "Asia/Shanghai",
  "Europe/Berlin",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "America/Santiago",
);
const time = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });
const two = (value: number) => String(value).padStart(2, "0");

/** Whether a day is one of a rule, said a second time: by looking at the day alone. */
function falls(day: Temporal.PlainDate, one: Series.Rule, first: Temporal.PlainDate): boolean {
  if (one.kind === "monthlyOnDay") return day.day === Math.min(one.day, day.daysInMonth);
  if (one.kind === "monthlyOnWeekday") {
    const isLast = day.day + 7 > day.daysInMonth;
    return day.dayOfWeek === one.weekday && (one.nth === -1 ? isLast : Math.ceil(day.day / 7) === one.nth);
  }
  const monday = (of: Temporal.PlainDate) => of.subtract({ days: of.dayOfWeek - 1 });
  const weeks = monday(first).until(monday(day)).days / 7;
  return one.weekdays.includes(day.dayOfWeek) && weeks % one.everyWeeks === 0;
}

it.prop([rule, from, span])(
  "falls on just the days that its rule names, each once and in order",
  (one, first, days) => {
    const start = Temporal.PlainDate.from(first);
    const all = Array.from({ length: days + 1 }, (_, more) => start.add({ days: more }));
    const until = start.add({ days }).toString();

    expect(Series.daysOf({ rule: one, from: first, until })).toEqual(
      all.filter((day) => falls(day, one, start)).map(String),
    );
  },
);

it.prop([from, zone, time, fc.integer({ min: 15, max: 1440 })])(
  "begins on its local day at its time on the wall, save where the clocks jump over it, and lasts as long as it says",
  (day, where, { hour, minute }, minutes) => {
    const startTime = `${two(hour)}:${two(minute)}`;
    const [session] = Series.sessionsOn({ sessions: [{ startTime, minutes, positions: [] }] }, day, where);
    const { startsAt = "", endsAt = "" } = session ?? {};
    const local = Temporal.Instant.from(startsAt).toZonedDateTimeISO(where);
    const shown = local.toPlainTime().toString({ smallestUnit: "minute" });

    expect(local.toPlainDate().toString()).toBe(day);
    expect(shown >= startTime).toBe(true);
    expect(shown === startTime || local.startOfDay().hoursInDay < 24).toBe(true);
    expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(minutes * 60_000);
  },
);
