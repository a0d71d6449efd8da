import { expect, it } from "vitest";
import { Made, Series } from "./index.ts";

const ZONE = "Asia/Shanghai";
const AT = "2026-09-01T01:00:00.000Z";

const CONTENT = Series.Content.parse({
  title: "周三探访",
  description: "陪独居老人聊天，代买日用品。",
  place: "海陵区福利院",
  risks: "无特别风险，注意交通安全。",
  origin: "alliance",
  scope: "general",
  beneficiary: "society",
  servedParty: { kind: "none", reason: "院内老人" },
});
const said = (over: Partial<Series.Writing> = {}): Series.Writing =>
  Series.Writing.parse({
    content: CONTENT,
    sessions: [{ startTime: "09:00", minutes: 120, positions: [{ name: "陪伴", headCount: 3 }] }],
    rule: { kind: "weekly", everyWeeks: 1, weekdays: [3] },
    from: "2026-09-01",
    until: "2026-10-31",
    ...over,
  });
const id = Series.Id.parse(`srs_${"0".repeat(26)}`);
const begun = (over: Partial<Series.Writing> = {}) =>
  Series.begin(said(over), { id, organizerId: "mem_1", at: AT, zone: ZONE });
const days = (rule: Series.Rule, from: string, until: string) => Series.daysOf({ rule, from, until });

it.each<[string, Series.Rule, string, string, string[]]>([
  [
    "every other week on two weekdays, counted from the week of the first day",
    { kind: "weekly", everyWeeks: 2, weekdays: [5, 1] },
    "2026-09-02",
    "2026-09-30",
    ["2026-09-04", "2026-09-14", "2026-09-18", "2026-09-28"],
  ],
  [
    "on the 31st, or the last day of a shorter month",
    { kind: "monthlyOnDay", day: 31 },
    "2027-12-01",
    "2028-04-30",
    ["2027-12-31", "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"],
  ],
  [
    "on the second Saturday of a month",
    { kind: "monthlyOnWeekday", nth: 2, weekday: 6 },
    "2026-09-13",
    "2026-11-30",
    ["2026-10-10", "2026-11-14"],
  ],
  [
    "on the last Sunday of a month",
    { kind: "monthlyOnWeekday", nth: -1, weekday: 7 },
    "2027-02-01",
    "2027-03-31",
    ["2027-02-28", "2027-03-28"],
  ],
])("falls %s", (_, rule, from, until, expected) => {
  expect(days(rule, from, until)).toEqual(expected);
});

it.each<[string, Partial<Series.Writing>, string]>([
  ["without an end", { until: undefined }, "series.endless"],
  ["with an end more than a year ahead", { until: "2027-09-02" }, "series.endless"],
  [
    "with more than sixty visits",
    { rule: { kind: "weekly", everyWeeks: 1, weekdays: [1, 3, 5] }, until: "2027-02-28" },
    "series.too_many",
  ],
  ["without a visit", { from: "2026-09-03", until: "2026-09-08" }, "series.none"],
  ["whose visits are all too near", { from: "2026-09-02", until: "2026-09-03" }, "series.none"],
  ["announced as late as recruiting ends", { announceDays: 2, recruitHours: 25 }, "series.announced_late"],
])("is refused %s", (_, over, code) => {
  expect(() => begun(over)).toThrow(expect.objectContaining({ code }));
});

it("takes a year and a day that follows from a leap day", () => {
  expect(begun({ from: "2028-02-29", until: "2029-02-28" }).until).toBe("2029-02-28");
  expect(() => begun({ from: "2028-02-29", until: "2029-03-01" })).toThrow(
    expect.objectContaining({ code: "series.endless" }),
  );
});

it("keeps the time on the wall when the clocks change", () => {
  const starts = Series.occurrencesOf(
    { ...said({ rule: { kind: "weekly", everyWeeks: 1, weekdays: [7] } }), until: "2026-11-01" },
    "Europe/Berlin",
  );

  expect(starts.slice(-2).map(({ startsAt }) => startsAt)).toEqual([
    "2026-10-25T08:00:00.000Z",
    "2026-11-01T08:00:00.000Z",
  ]);
  expect(starts[0]?.startsAt).toBe("2026-09-06T07:00:00.000Z");
});

it("makes a visit an activity from the day of its announcement until recruiting ends, unless it is skipped", () => {
  const series = begun();
  const due = (at: string, of = series) =>
    Series.due(of, { at, zone: ZONE, today: at.slice(0, 10) }).map(({ day }) => day);
  const skipped = Series.skip(series, "2026-09-09", { by: "mem_1", at: AT, zone: ZONE, reason: "放假" });

  expect(due("2026-09-01T01:00:00.000Z")).toEqual(["2026-09-09"]);
  expect(due("2026-09-02T01:00:00.000Z")).toEqual(["2026-09-09", "2026-09-16"]);
  expect(due("2026-09-07T01:00:00.000Z")).toEqual(["2026-09-16"]);
  expect(due("2026-09-02T01:00:00.000Z", skipped)).toEqual(["2026-09-16"]);
  expect(due("2026-09-02T01:00:00.000Z", Series.end(series, { by: "mem_1", at: AT, reason: "停办" }))).toEqual([]);
});

it("skips a visit once, before it begins and only one that there is", () => {
  const series = begun();
  const skip = (day: string, at = AT, of = series) =>
    Series.skip(of, day, { by: "mem_1", at, zone: ZONE, reason: "放假" });
  const refused = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return (error as { code: string }).code;
    }
    return "done";
  };

  expect(refused(() => skip("2026-09-10"))).toBe("series.no_occurrence");
  expect(refused(() => skip("2026-09-02", "2026-09-02T01:00:00.000Z"))).toBe("series.begun");
  expect(refused(() => skip("2026-09-09", AT, skip("2026-09-09")))).toBe("series.skipped");
});

it("refuses who edits a version that is gone, and keeps what it said before", () => {
  const series = begun();
  const changed = Series.revise(series, { recruitHours: 24 }, { version: 0 });

  expect(changed.earlier).toEqual([Series.writingOf(series)]);
  expect(() => Series.revise({ ...changed, version: 1 }, { recruitHours: 12 }, { version: 0 })).toThrow(
    expect.objectContaining({ code: "edit.changed" }),
  );
  expect(Series.revise(series, { recruitHours: 48 }, { version: 0 })).toBe(series);
});

it("does not become another's or another kind's activity", () => {
  expect(() => Series.revise(begun(), { content: { ...CONTENT, origin: "team" } }, { version: 0 })).toThrow(
    expect.objectContaining({ code: "series.origin_fixed" }),
  );
});

it("tells what was changed for one activity from what its series said at any time", () => {
  const series = begun();
  const day = "2026-09-09";
  const on = { day, zone: ZONE };
  const made = Made.draftOn(series, day, ZONE);
  const asMade = {
    ...made,
    sessions: made.sessions.map((session, at) => ({
      ...session,
      id: `ses_${at}`,
      positions: session.positions.map((one) => ({ ...one, id: "pos_1" })),
    })),
  } as never as Parameters<typeof Made.differences>[0];
  const later = Series.revise(series, { content: { ...CONTENT, place: "二号楼" } }, { version: 0 });

  expect(Made.differences(asMade, Series.writingOf(later), on)).toEqual(["text"]);
  expect(Made.ownParts(asMade, later, on)).toEqual([]);
  expect(Made.ownParts({ ...asMade, place: "门口" }, later, on)).toEqual(["text"]);
});

it("gives a visit one activity however often it is made", () => {
  expect(Made.activityIdOf(id, "2026-09-09")).toBe(Made.activityIdOf(id, "2026-09-09"));
  expect(Made.activityIdOf(id, "2026-09-09")).not.toBe(Made.activityIdOf(id, "2026-09-16"));
  expect(Made.activityIdOf(id, "2026-09-09")).toMatch(/^act_[0-9a-z]{26}$/);
});
