import { describe, expect, it } from "vitest";
import { Activity } from "../activity/index.ts";
import { archiveDueOf, planOf, surveyDueOf } from "./plan.ts";

const ZONE = "Asia/Shanghai";
const session = (startsAt: string, endsAt: string) => ({
  id: Activity.SessionId.parse("ses_00000000000000000000000001"),
  startsAt,
  endsAt,
  positions: [],
});
const activity = (times: { recruitUntil?: string; coverUntil?: string } = {}) => ({
  recruitUntil: "2026-09-09T10:00:00.000Z",
  surveyDays: 14,
  sessions: [session("2026-09-12T06:00:00.000Z", "2026-09-12T10:00:00.000Z")],
  ...times,
});

describe("the plan of an activity", () => {
  it("ends cover half a day before the start and service two hours after the end", () => {
    const plan = planOf(activity(), ZONE);

    expect([plan.Recruit, plan.Cover, plan.Execute]).toEqual([
      ["2026-09-09T10:00:00.000Z"],
      ["2026-09-11T18:00:00.000Z"],
      ["2026-09-12T12:00:00.000Z"],
    ]);
  });

  it("ends cover halfway when recruiting ends within the last half day", () => {
    expect(planOf(activity({ recruitUntil: "2026-09-12T02:00:00.000Z" }), ZONE).Cover).toEqual([
      "2026-09-12T04:00:00.000Z",
    ]);
  });

  it.each([
    ["recruiting until the start", { recruitUntil: "2026-09-12T06:00:00.000Z" }],
    ["cover before recruiting ends", { coverUntil: "2026-09-09T10:00:00.000Z" }],
    ["cover after the start", { coverUntil: "2026-09-12T06:00:00.001Z" }],
  ])("refuses %s", (_, times) => {
    expect(() => planOf(activity(times), ZONE)).toThrow(expect.objectContaining({ code: "lifecycle.plan_order" }));
  });

  it("refuses a session that ends before it starts", () => {
    const sessions = [session("2026-09-12T06:00:00.000Z", "2026-09-12T06:00:00.000Z")];

    expect(() => planOf({ ...activity(), sessions }, ZONE)).toThrow(
      expect.objectContaining({ code: "lifecycle.plan_order" }),
    );
  });
});

it("gives an archive a week", () => {
  expect(archiveDueOf(activity(), ZONE)).toBe("2026-09-19T10:00:00.000Z");
});

it("closes a survey at six in the evening of the alliance's zone", () => {
  expect(surveyDueOf("2026-09-15T03:00:00.000Z", 14, ZONE)).toBe("2026-09-29T10:00:00.000Z");
});
