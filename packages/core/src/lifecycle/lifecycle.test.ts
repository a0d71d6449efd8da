import { describe, expect, it } from "vitest";
import { fresh, standingIn } from "./lifecycle.builder.ts";
import * as Lifecycle from "./lifecycle.ts";

const outcome = { kind: "deadline", at: "2026-09-08T10:00:00.000Z", by: "system" };

describe("a lifecycle's row", () => {
  it.each([
    ["executing without an outcome of cover", { status: "executing", outcomes: { Recruit: outcome } }],
    ["recruiting with an outcome of cover", { status: "recruiting", outcomes: { Cover: outcome } }],
    ["done without points posted", { status: "done", outcomes: { Recruit: outcome } }],
    ["cancelled without a reason", { status: "cancelled", outcomes: {} }],
  ])("cannot be %s", (_, wrong) => {
    const { success } = Lifecycle.Info.safeParse({ ...fresh(), ...wrong });

    expect(success).toBe(false);
  });

  it.each(Lifecycle.STAGES)("can stand in %s", (stage) => {
    expect(Lifecycle.stageOf(standingIn(stage))).toBe(stage);
  });
});

describe("acting in a stage", () => {
  it.each([
    ["before the deadline", "2026-09-08T09:59:59.999Z", true],
    ["at the deadline", "2026-09-08T10:00:00.000Z", false],
  ])("is judged by the clock of who asks: %s", (_, at, open) => {
    expect(Lifecycle.isOpen(fresh(), "Recruit", at)).toBe(open);
  });

  it("ends with a decision, whatever the clock says", () => {
    const closed = Lifecycle.Info.parse({ ...fresh(), outcomes: { Recruit: { ...outcome, kind: "closedEarly" } } });

    expect(Lifecycle.isOpen(closed, "Recruit", "2026-09-02T00:00:00.000Z")).toBe(false);
  });

  it("has no deadline where a person ends the stage", () => {
    expect(Lifecycle.isOpen(standingIn("Archive"), "Archive", "2027-06-01T00:00:00.000Z")).toBe(true);
  });

  it.each([
    ["lifecycle.stage_not_open", "Recruit", "Archive"],
    ["lifecycle.stage_closed", "Archive", "Recruit"],
  ] as const)("says %s from %s to %s", (code, current, asked) => {
    const refused = () => Lifecycle.requireOpen(standingIn(current), asked, "2026-09-02T00:00:00.000Z");

    expect(refused).toThrow(expect.objectContaining({ code }));
  });
});
