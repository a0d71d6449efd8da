import { expect, it } from "vitest";
import { type Engagement, warningsOf } from "./warning.ts";

const local = (time: string) => new Date(`2026-09-12T${time}:00+08:00`).toISOString();
const span = (from: string, to: string) => ({ from: local(from), to: local(to) });
const activity = { id: "act_1" as never, origin: "alliance" as const, place: "社区广场" };
/** The session lasts from nine to twelve, and the way takes an hour. */
const reasons = (one: Engagement, more: { origin?: "team"; minutes?: number } = {}) =>
  warningsOf(
    {
      startsAt: local("09:00"),
      endsAt: local("12:00"),
      activity: { ...activity, ...(more.origin ? { origin: more.origin } : {}) },
      minutes: more.minutes ?? 60,
    },
    [one],
  ).map(({ reason, params: { gap } }) => (gap === undefined ? reason : `${reason} ${gap}`));
const place = (from: string, to: string, where = "敬老院", activityId = "act_2"): Engagement => ({
  ...{ kind: "place", activityId, title: "陪伴", place: where },
  ...span(from, to),
});
const shift = (from: string, to: string): Engagement => ({ kind: "shift", ...span(from, to) });

it.each<[string, string[], Engagement]>([
  ["another place within the hour after it", ["travel 30"], place("12:30", "14:00")],
  ["another place within the hour before it", ["travel 59"], place("06:00", "08:01")],
  ["another place with nothing between", ["travel 0"], place("12:00", "14:00")],
  ["another place a whole hour away", [], place("13:00", "14:00")],
  ["the same place, however it is written", [], place("12:10", "14:00", "社区 广场")],
  ["another session of the same activity", [], place("12:10", "14:00", "敬老院", "act_1")],
  ["a place at the same time, which blocks instead", [], place("11:00", "13:00")],
  ["a cover within the hour", ["travelCover 15"], { kind: "cover", ...span("12:15", "20:00") }],
  ["a shift within the hour", ["travelShift 30"], shift("12:30", "20:00")],
  ["a shift at the same time, which cover is for", ["onShift"], shift("08:00", "16:00")],
])("minds %s", (_, expected, one) => {
  expect(reasons(one)).toEqual(expected);
});

it("says of an activity without cover that one settles the shift oneself", () => {
  expect(reasons(shift("08:00", "16:00"), { origin: "team" })).toEqual(["onShiftAlone"]);
});

it("asks for no time at all when the way takes none", () => {
  expect(reasons(place("12:00", "14:00"), { minutes: 0 })).toEqual([]);
  expect(reasons(shift("08:00", "16:00"), { minutes: 0 })).toEqual(["onShift"]);
});
