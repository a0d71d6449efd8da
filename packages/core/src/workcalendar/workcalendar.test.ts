import { describe, expect, it } from "vitest";
import { linesOf, readLines } from "./read-lines.ts";
import { BUILT_IN, checked, enter, nextIsDue, type Table, workdaysOf } from "./workcalendar.ts";

/** What chinese-days 1.5.7 says of 2026: weekdays off, and weekend days on which people work. */
const OFF =
  "2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-23 2026-04-06 2026-05-01 2026-05-04 2026-05-05 2026-06-19 2026-09-25 2026-10-01 2026-10-02 2026-10-05 2026-10-06 2026-10-07".split(
    " ",
  );
const WORKED = "2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10".split(" ");

const days = workdaysOf([]);
const of2026 = Array.from({ length: 365 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10));
const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());

const table = (more: Partial<Table> = {}): Table => ({
  year: 2027,
  holidays: [
    { name: "元旦", from: "2027-01-01", to: "2027-01-03" },
    { name: "春节", from: "2027-02-05", to: "2027-02-11" },
  ],
  workdays: ["2027-02-14"],
  source: "测试用",
  ...more,
});

describe("the working days of 2026", () => {
  it("are those of the State Council's notice, with the weekend days that are worked for holidays", () => {
    expect(of2026.filter((day) => !isWeekend(day) && !days.on(day).works)).toEqual(OFF);
    expect(of2026.filter((day) => isWeekend(day) && days.on(day).works)).toEqual(WORKED);
    expect(days.on("2026-10-01")).toEqual({ works: false, isKnown: true, holiday: "国庆节" });
    expect(days.nextAfter("2026-09-30")).toBe("2026-10-08");
  });

  it("pass the checks that an entered table has to pass", () => {
    for (const { savedAt: _, version: __, ...built } of BUILT_IN) expect(checked(built)).toEqual(built);
  });
});

describe("beyond the tables", () => {
  it("Monday to Friday count as working days, and it says that it does not know", () => {
    expect(days.coversUntil("2026-03-01")).toBe("2026-12-31");
    expect(days.coversUntil("2027-01-01")).toBeUndefined();
    expect(days.on("2027-01-01")).toEqual({ works: true, isKnown: false });
    expect(days.on("2027-01-02")).toEqual({ works: false, isKnown: false });
  });

  it.each([
    ["2026-11-01", false],
    ["2026-11-02", true],
    ["2027-05-01", true],
  ])("on %s somebody has to enter the next table: %s", (today, isDue) => {
    expect(nextIsDue(days, today)).toBe(isDue);
  });

  it("know as soon as the next table is entered", () => {
    const entered = workdaysOf([enter(undefined, { ...table(), version: 0 }, "2026-11-20T01:00:00.000Z")]);

    expect(entered.coversUntil("2026-11-20")).toBe("2027-12-31");
    expect(entered.on("2027-01-01")).toEqual({ works: false, isKnown: true, holiday: "元旦" });
    expect(entered.on("2027-02-14").works).toBe(true);
    expect(nextIsDue(entered, "2026-12-20")).toBe(false);
  });
});

describe("a table that is entered", () => {
  it.each([
    ["a day of another year", { workdays: ["2026-02-14"] }, "workcalendar.other_year"],
    [
      "a holiday that ends before it begins",
      { holidays: [{ name: "元旦", from: "2027-01-03", to: "2027-01-01" }] },
      "workcalendar.holiday_backwards",
    ],
    [
      "a holiday of a month",
      { holidays: [{ name: "春节", from: "2027-02-01", to: "2027-02-28" }] },
      "workcalendar.holiday_long",
    ],
    [
      "two holidays on one day",
      {
        holidays: [
          { name: "中秋节", from: "2027-10-01", to: "2027-10-07" },
          { name: "国庆节", from: "2027-09-28", to: "2027-10-01" },
        ],
      },
      "workcalendar.holidays_overlap",
    ],
    ["work on a holiday", { workdays: ["2027-02-06"] }, "workcalendar.works_on_holiday"],
    ["a weekday that is worked", { workdays: ["2027-03-03"] }, "workcalendar.works_anyway"],
    ["a day twice", { workdays: ["2027-02-14", "2027-02-14"] }, "workcalendar.named_twice"],
  ])("is refused with %s", (_, more, code) => {
    expect(() => checked(table(more))).toThrow(expect.objectContaining({ code }));
  });

  it("is refused over one that somebody else entered meanwhile", () => {
    const first = enter(undefined, { ...table(), version: 0 }, "2026-11-20T01:00:00.000Z");

    expect(() => enter({ ...first, version: 1 }, { ...table(), version: 0 }, "2026-11-21T01:00:00.000Z")).toThrow(
      expect.objectContaining({ code: "edit.changed" }),
    );
  });
});

describe("a pasted table", () => {
  it("is read from lines as people write them, and written as lines that are read again", () => {
    const pasted =
      "元旦 2027-01-01 2027-01-03\n春节：2027年2月5日至2027年2月11日\r\n\n植树节,2027/3/12\n上班 2027.2.14\n";
    const read = readLines(pasted);

    expect(read).toEqual({
      holidays: [
        { name: "元旦", from: "2027-01-01", to: "2027-01-03" },
        { name: "春节", from: "2027-02-05", to: "2027-02-11" },
        { name: "植树节", from: "2027-03-12", to: "2027-03-12" },
      ],
      workdays: ["2027-02-14"],
    });
    expect(readLines(linesOf(read))).toEqual(read);
  });

  it.each(["春节", "2027-01-01", "春节 2027-02-30", "上班 2027-13-01", "元旦 2027-01-01 2027-01-03 放假"])(
    "names the line that cannot be read: %s",
    (line) => {
      expect(() => readLines(`元旦 2027-01-01\n${line}`)).toThrow(
        expect.objectContaining({ code: "workcalendar.line_unreadable" }),
      );
    },
  );
});
