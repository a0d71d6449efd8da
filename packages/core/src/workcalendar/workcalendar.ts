import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { Instant } from "../lib/time.ts";
import { workcalendarRefusal } from "./workcalendar.refusals.ts";

const YEARS = { first: 2020, last: 2199 } as const;
export const Year = z.coerce.number().int().min(YEARS.first).max(YEARS.last);

/** A day off by its name, such as 春节, and from when to when it lasts, both days included. */
export const Holiday = z.object({ name: z.string().trim().min(1).max(40), from: z.iso.date(), to: z.iso.date() });
export type Holiday = z.infer<typeof Holiday>;

/** What a year's notice of the State Council says: the holidays, and the weekend days on which people work for them (调休). */
export const Table = z.object({
  year: Year,
  holidays: z.array(Holiday).min(1).max(30),
  workdays: z.array(z.iso.date()).max(30),
  /** Where it was published, such as 国办发明电〔2025〕7号. */
  source: z.string().trim().min(1).max(200),
});
export type Table = z.infer<typeof Table>;

/** A year's table as it is kept. */
export const Info = Table.extend({ savedAt: Instant.optional(), version: z.int().nonnegative() });
export type Info = z.infer<typeof Info>;

/**
 * What is known without anybody having entered it. A year is added when its notice is out: nothing is guessed.
 *
 * @source 国务院办公厅关于2026年部分节假日安排的通知; agrees with chinese-days 1.5.7 on each of its days
 */
export const BUILT_IN: readonly Info[] = [
  {
    year: 2026,
    holidays: [
      { name: "元旦", from: "2026-01-01", to: "2026-01-03" },
      { name: "春节", from: "2026-02-15", to: "2026-02-23" },
      { name: "清明节", from: "2026-04-04", to: "2026-04-06" },
      { name: "劳动节", from: "2026-05-01", to: "2026-05-05" },
      { name: "端午节", from: "2026-06-19", to: "2026-06-21" },
      { name: "中秋节", from: "2026-09-25", to: "2026-09-27" },
      { name: "国庆节", from: "2026-10-01", to: "2026-10-07" },
    ],
    workdays: ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"],
    source: "国务院办公厅关于2026年部分节假日安排的通知",
    version: 0,
  },
];

const dateOf = (day: string) => Temporal.PlainDate.from(day);
const FRIDAY = 5;
const isWeekend = (day: string): boolean => dateOf(day).dayOfWeek > FRIDAY;
const LONGEST_HOLIDAY_DAYS = 14;

/**
 * Checks a table that somebody enters, and puts it in order.
 *
 * @throws `workcalendar.other_year`, `workcalendar.holiday_backwards`, `workcalendar.holiday_long`,
 * `workcalendar.holidays_overlap`, `workcalendar.works_on_holiday`, `workcalendar.works_anyway`, `workcalendar.named_twice`
 */
export function checked(table: Table): Table {
  const inYear = (day: string) => day.startsWith(`${table.year}-`);
  const foreign = [...table.holidays.flatMap(({ from, to }) => [from, to]), ...table.workdays].find(
    (day) => !inYear(day),
  );
  if (foreign) throw workcalendarRefusal("workcalendar.other_year", { day: foreign, year: table.year });
  const holidays = table.holidays.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const { name, from, to } of holidays) {
    if (to < from) throw workcalendarRefusal("workcalendar.holiday_backwards", { name });
    if (dateOf(from).until(dateOf(to)).days >= LONGEST_HOLIDAY_DAYS)
      throw workcalendarRefusal("workcalendar.holiday_long", { name, days: LONGEST_HOLIDAY_DAYS });
  }
  for (const [at, { name, from }] of holidays.entries()) {
    const before = holidays[at - 1];
    if (before && from <= before.to)
      throw workcalendarRefusal("workcalendar.holidays_overlap", { name: before.name, other: name });
  }
  const workdays = table.workdays.toSorted();
  for (const [at, day] of workdays.entries()) {
    if (day === workdays[at - 1]) throw workcalendarRefusal("workcalendar.named_twice", { day });
    if (holidays.some(({ from, to }) => from <= day && day <= to))
      throw workcalendarRefusal("workcalendar.works_on_holiday", { day });
    if (!isWeekend(day)) throw workcalendarRefusal("workcalendar.works_anyway", { day });
  }
  return { ...table, holidays, workdays };
}

/** Saves a year's table over the one that was read. @throws `edit.changed`, as `checked` does */
export function enter(before: Info | undefined, table: Table & { version: number }, at: string): Info {
  const { version, ...said } = table;
  requireVersion({ version: before?.version ?? 0 }, version);
  return { ...checked(said), savedAt: at, version: before?.version ?? 0 };
}

/** How a day counts. `isKnown` is false where no table covers it: then Monday to Friday count as working days. */
export interface Day {
  works: boolean;
  isKnown: boolean;
  /** The holiday that it belongs to. */
  holiday?: string;
}

/** Which days are worked. */
export interface Workdays {
  on(day: string): Day;
  /** The first working day after a day. */
  nextAfter(day: string): string;
  /** The last day that the tables cover without a gap from `day` on; undefined when they do not cover that day. */
  coversUntil(day: string): string | undefined;
}

/** The working days by the tables that there are: entered ones stand over built-in ones of the same year. */
export function workdaysOf(entered: readonly Info[]): Workdays {
  const tables = new Map([...BUILT_IN, ...entered].map((table) => [table.year, table]));
  const yearOf = (day: string) => Number(day.slice(0, 4));
  const on = (day: string): Day => {
    const table = tables.get(yearOf(day));
    if (!table) return { works: !isWeekend(day), isKnown: false };
    const holiday = table.holidays.find(({ from, to }) => from <= day && day <= to);
    if (holiday) return { works: false, isKnown: true, holiday: holiday.name };
    return { works: !isWeekend(day) || table.workdays.includes(day), isKnown: true };
  };
  return {
    on,
    nextAfter(day) {
      let next = dateOf(day).add({ days: 1 });
      // A holiday lasts two weeks at most, and two may touch.
      for (let tried = 0; tried < 60 && !on(next.toString()).works; tried += 1) next = next.add({ days: 1 });
      return next.toString();
    },
    coversUntil(day) {
      let year = yearOf(day);
      if (!tables.has(year)) return undefined;
      while (tables.has(year + 1)) year += 1;
      return `${year}-12-31`;
    },
  };
}

/** The tables that count around an instant, in a zone. */
export type WorkdaysAround = (at: string, zone: string) => Promise<Workdays>;

/** What is known without anybody having entered it. */
export const builtIn: WorkdaysAround = async () => workdaysOf([]);

/** How long before the tables end somebody is told to enter the next one. */
export const WARNED_DAYS = 60;

/** Whether the tables end so soon that the next one is due: the State Council's notice is out in November, as a rule. */
export function nextIsDue(workdays: Pick<Workdays, "coversUntil">, today: string): boolean {
  const until = workdays.coversUntil(today);
  return until === undefined || dateOf(today).until(dateOf(until), { largestUnit: "days" }).days < WARNED_DAYS;
}
