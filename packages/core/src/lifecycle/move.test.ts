import { describe, expect, it } from "vitest";
import { fresh, PLAN, standingIn } from "./lifecycle.builder.ts";
import * as Lifecycle from "./lifecycle.ts";
import * as Move from "./move.ts";

const BEFORE = "2026-09-02T00:00:00.000Z";
const DEADLINE = "2026-09-08T10:00:00.000Z";
const by = { at: BEFORE, by: "mem_1", reason: "rain" };

describe("entering a stage", () => {
  it("closes the one before by its row, at its deadline", () => {
    const entered = Move.enter(fresh(), "Cover", "2026-09-08T10:00:01.000Z");

    expect(entered).toMatchObject({ status: "covering", outcomes: { Recruit: { kind: "deadline", at: DEADLINE } } });
  });

  it("is early while the stage before is open", () => {
    expect(() => Move.enter(fresh(), "Cover", "2026-09-08T09:59:59.999Z")).toThrow(
      expect.objectContaining({ code: "stage.early" }),
    );
  });

  it("is early after a stage that only a person ends, whatever the time", () => {
    expect(() => Move.enter(standingIn("Archive"), "Survey", "2028-01-01T00:00:00.000Z")).toThrow(
      expect.objectContaining({ code: "stage.early" }),
    );
  });

  it("keeps the first entry when it runs again, and notes the visit", () => {
    const once = Move.enter(fresh(), "Recruit", BEFORE);
    const twice = Move.enter(once, "Recruit", "2026-09-03T00:00:00.000Z");

    expect([twice.enteredAt.Recruit, twice.visitedAt]).toEqual([BEFORE, "2026-09-03T00:00:00.000Z"]);
  });

  it("never goes back", () => {
    const late = Move.enter(standingIn("Execute"), "Recruit", "2026-09-10T00:00:00.000Z");

    expect(Lifecycle.stageOf(late)).toBe("Execute");
  });

  it("leaves a cancelled activity as it is", () => {
    const cancelled = Move.cancel(fresh(), { kind: "requested", ...by });

    expect(Move.enter(cancelled, "Cover", "2026-09-09T00:00:00.000Z")).toBe(cancelled);
  });
});

describe("cancelling", () => {
  it.each(Lifecycle.STAGES.filter((stage) => stage !== "Award"))("works in %s and keeps what was decided", (stage) => {
    const before = standingIn(stage);
    const cancelled = Move.cancel(before, { kind: "requested", ...by });

    expect(cancelled).toMatchObject({ status: "cancelled", cancelledIn: stage, outcomes: before.outcomes });
  });

  it("is refused once points are being posted", () => {
    expect(() => Move.cancel(standingIn("Award"), { kind: "requested", ...by })).toThrow(
      expect.objectContaining({ code: "lifecycle.award_begun" }),
    );
  });

  it("is refused the second time", () => {
    const cancelled = Move.cancel(fresh(), { kind: "requested", ...by });

    expect(() => Move.cancel(cancelled, { kind: "requested", ...by })).toThrow(
      expect.objectContaining({ code: "lifecycle.cancelled" }),
    );
  });
});

describe("more time", () => {
  it("moves the deadline of the stage that is on", () => {
    const later = Move.extend(fresh(), "Recruit", { until: "2026-09-09T10:00:00.000Z", at: BEFORE });

    expect(later.plan.Recruit).toEqual(["2026-09-09T10:00:00.000Z"]);
  });

  it("moves the due date of an archive, not its timer", () => {
    const later = Move.extend(standingIn("Archive"), "Archive", { until: "2026-09-30T10:00:00.000Z", at: BEFORE });

    expect([later.archiveDueAt, later.plan]).toEqual(["2026-09-30T10:00:00.000Z", PLAN]);
  });

  it.each([
    ["an earlier instant", "lifecycle.not_later", "2026-09-07T00:00:00.000Z", BEFORE],
    ["a stage whose deadline has passed", "lifecycle.stage_closed", "2026-09-20T00:00:00.000Z", DEADLINE],
  ])("is refused for %s", (_, code, until, at) => {
    expect(() => Move.extend(fresh(), "Recruit", { until, at })).toThrow(expect.objectContaining({ code }));
  });
});

it("keeps the instants of stages that are over when an activity is moved", () => {
  const plan = { ...PLAN, Recruit: ["2026-10-01T00:00:00.000Z"], Execute: ["2026-10-12T12:00:00.000Z"] };
  const moved = Move.replan(standingIn("Cover"), plan);

  expect([moved.plan.Recruit, moved.plan.Execute]).toEqual([PLAN.Recruit, plan.Execute]);
});
