import { expect, it } from "vitest";
import { firstDay, isOneDay, ONCE, seriesBodyOf } from "./repeat.ts";

const clock = { zone: "Asia/Shanghai", now: "2026-09-01T01:00:00.000Z" };
/** Saturday 31 October 2026, 09:00 to 11:30 in Shanghai. */
const session = {
  startsAt: "2026-10-31T01:00:00.000Z",
  endsAt: "2026-10-31T03:30:00.000Z",
  positions: [{ name: "陪伴" }],
};
const body = { title: "探访", recruitUntil: "2026-10-28T10:00:00.000Z", coverUntil: undefined, sessions: [session] };
const draft = { ...ONCE, until: "2027-03-31" };

it("begins a series with the first session's local day and times, without its dates", () => {
  expect(seriesBodyOf({ ...draft, repeats: "weekly", everyWeeks: 2 }, body, clock)).toEqual({
    content: { title: "探访" },
    sessions: [{ startTime: "09:00", minutes: 150, positions: session.positions }],
    rule: { kind: "weekly", everyWeeks: 2, weekdays: [6] },
    from: "2026-10-31",
    until: "2027-03-31",
    announceDays: 14,
    recruitHours: 63,
  });
});

it.each([
  ["weekly", { weekdays: [1, 3] }, { kind: "weekly", everyWeeks: 1, weekdays: [1, 3] }],
  ["monthlyOnDay", {}, { kind: "monthlyOnDay", day: 31 }],
  ["monthlyOnWeekday", {}, { kind: "monthlyOnWeekday", nth: -1, weekday: 6 }],
] as const)("repeats %s as was chosen, by the first day where nothing was", (repeats, more, rule) => {
  expect(
    seriesBodyOf({ ...draft, repeats, ...more, weekdays: [...("weekdays" in more ? more.weekdays : [])] }, body, clock)
      ?.rule,
  ).toEqual(rule);
});

it("takes sessions of one local day only", () => {
  const late = { ...session, startsAt: "2026-10-31T15:00:00.000Z" };
  const nextDay = { ...session, startsAt: "2026-10-31T16:00:00.000Z" };

  expect([isOneDay([session, late], clock), isOneDay([session, nextDay], clock)]).toEqual([true, false]);
  expect(firstDay([nextDay], clock)?.day).toBe("2026-11-01");
});
