import { describe, expect, it } from "vitest";
import * as Away from "./away.ts";

const zone = "Asia/Shanghai";
const at = "2026-09-01T01:00:00.000Z";
const today = "2026-09-01";
const id = (number: number) => Away.Id.parse(`away_${String(number).padStart(26, "0")}`);
const nobody = Away.nowhere("mem_1");
const say = (said: Away.Said, before = nobody, onDuty = true, number = 1) =>
  Away.say(before, said, { id: id(number), at, today, onDuty, branchId: "unit_1" });
const holiday = say({ from: "2026-09-10", to: "2026-09-12", note: "探亲" });
const decided = (before: Away.Info, over: object = {}) =>
  Away.decide(before, id(1), { by: "mem_9", at, today, ...over });
const span = (day: string, from = "01:00", to = "05:00") => ({
  from: `${day}T${from}:00.000Z`,
  to: `${day}T${to}:00.000Z`,
});
const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "none";
};

describe("saying when one is away", () => {
  it.each<[string, Away.Said, string]>([
    ["today", { from: today, to: today }, "none"],
    ["a year ahead", { from: today, to: "2027-09-01" }, "none"],
    ["longer than a year", { from: today, to: "2027-09-02" }, "away.too_long"],
    ["yesterday", { from: "2026-08-31", to: "2026-09-02" }, "away.past"],
    ["an end before the beginning", { from: "2026-09-03", to: "2026-09-02" }, "away.ends_before"],
    ["a Sunday from Monday to Friday", { from: "2026-09-07", to: "2026-09-11", weekdays: [7] }, "away.no_day"],
    ["a Friday from Monday to Friday", { from: "2026-09-07", to: "2026-09-11", weekdays: [5] }, "none"],
    ["a Monday over a weekend", { from: "2026-09-11", to: "2026-09-14", weekdays: [1] }, "none"],
  ])("%s", (_, said, expected) => {
    expect(code(() => say(said))).toBe(expected);
  });

  it("is one period however often it is said, and thirty at most", () => {
    const again = say({ from: "2026-09-10", to: "2026-09-12" }, holiday, true, 2);
    const many = Array.from({ length: 30 }, (_, day) => day).reduce(
      (before, day) =>
        say({ from: `2026-10-${String(day + 1).padStart(2, "0")}`, to: "2026-11-01" }, before, true, day + 2),
      nobody,
    );

    expect(again).toBe(holiday);
    expect(code(() => say({ from: "2026-12-01", to: "2026-12-01" }, many, true, 99))).toBe("away.too_many");
  });

  it("waits for a decision only where a duty depends on it", () => {
    expect(Away.isAsked(holiday)).toBe(true);
    expect(Away.isAsked(say({ from: "2026-09-10", to: "2026-09-12" }, nobody, false))).toBe(false);
  });
});

describe("being away", () => {
  it.each([
    ["the day before", span("2026-09-09"), false],
    ["the first day", span("2026-09-10"), true],
    ["the last day", span("2026-09-12"), true],
    ["the day after", span("2026-09-13"), false],
    ["a night that ends as the first day begins", span("2026-09-09", "13:00", "16:00"), false],
    ["a night that reaches into the first day", span("2026-09-09", "13:00", "16:01"), true],
  ])("%s", (_, hours, expected) => {
    expect(Away.isAway(holiday, hours, zone)).toBe(expected);
  });

  it("is weekly on the local days that were said", () => {
    const saturdays = say({ from: "2026-09-01", to: "2026-12-31", weekdays: [6] });

    expect(Away.isAway(saturdays, span("2026-09-12"), zone)).toBe(true);
    expect(Away.isAway(saturdays, span("2026-09-13"), zone)).toBe(false);
    expect(Away.isAway(saturdays, span("2027-01-02"), zone)).toBe(false);
  });

  it("excuses from duty only once it is approved, and before the service began", () => {
    const late = decided(holiday, { at: "2026-09-11T02:00:00.000Z", today: "2026-09-11" });

    expect(Away.isExcused(holiday, span("2026-09-11"), zone)).toBe(false);
    expect(Away.isExcused(decided(holiday), span("2026-09-11"), zone)).toBe(true);
    expect(Away.isExcused(late, span("2026-09-11"), zone)).toBe(false);
    expect(Away.isExcused(late, span("2026-09-12"), zone)).toBe(true);
    expect(Away.isExcused(decided(holiday, { reason: "人手不足" }), span("2026-09-11"), zone)).toBe(false);
  });

  it("ends when it is taken back; what lay before stays", () => {
    const ended = Away.end(decided(holiday), id(1), "2026-09-11");

    expect(Away.isExcused(ended, span("2026-09-10"), zone)).toBe(true);
    expect(Away.isAway(ended, span("2026-09-11"), zone)).toBe(false);
    expect(Away.end(ended, id(1), "2026-09-12")).toBe(ended);
    expect(code(() => Away.end(holiday, id(1), "2026-09-13"))).toBe("away.over");
  });
});

describe("deciding", () => {
  it.each([
    ["somebody else", { by: "mem_9" }, "none"],
    ["the person", { by: "mem_1" }, "away.own"],
    ["the person's deputy", { by: "mem_9", deputyFor: "mem_1" }, "away.own"],
    ["after its end", { today: "2026-09-13" }, "away.over"],
  ])("by %s", (_, over, expected) => {
    expect(code(() => decided(holiday, over))).toBe(expected);
  });

  it("is once: the same again changes nothing, the other is refused", () => {
    const approved = decided(holiday);

    expect(decided(approved)).toBe(approved);
    expect(code(() => decided(approved, { reason: "人手不足" }))).toBe("away.decided");
    expect(code(() => Away.decide(approved, id(7), { by: "mem_9", at, today }))).toBe("away.missing");
  });
});
