import { describe, expect, it } from "vitest";
import { fresh, PLAN, standingIn } from "./lifecycle.builder.ts";
import * as Move from "./move.ts";
import { answerFor, type Info } from "./token.ts";

const AT = "2026-09-02T00:00:00.000Z";
const token: Info = {
  activityId: fresh().activityId,
  token: "t",
  stage: "Recruit",
  generation: 1,
  visit: 0,
  attempt: 0,
  plan: PLAN,
  at: AT,
};

describe("what a waiting execution is told", () => {
  it("is nothing while the stage is on as planned", () => {
    expect(answerFor(token, fresh())).toBeUndefined();
  });

  it("is the plan when its stage is over", () => {
    expect(answerFor(token, standingIn("Cover"))).toEqual({ kind: "success", output: { plan: PLAN } });
  });

  it("is the new plan when it was changed", () => {
    const later = Move.extend(fresh(), "Recruit", { until: "2026-09-09T10:00:00.000Z", at: AT });

    expect(answerFor(token, later)).toEqual({
      kind: "failure",
      error: "stage.changed",
      cause: JSON.stringify({ plan: later.plan }),
    });
  });

  it("is the cancellation before anything about stages", () => {
    const cancelled = Move.cancel(standingIn("Cover"), { kind: "requested", at: AT, by: "m", reason: "rain" });

    expect(answerFor(token, cancelled)).toMatchObject({ error: "activity.cancelled" });
  });

  it("is that another generation carries the activity, before all else", () => {
    const replaced = Move.supersede(standingIn("Cover"), { at: AT, definition: "1" });

    expect(answerFor(token, replaced)).toMatchObject({ error: "lifecycle.superseded" });
  });
});
