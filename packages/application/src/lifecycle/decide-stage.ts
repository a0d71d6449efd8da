import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Outcome, Stage } from "@yigong/core/lifecycle/lifecycle.ts";
import { close, replan } from "@yigong/core/lifecycle/move.ts";
import { surveyDueOf } from "@yigong/core/lifecycle/plan.ts";
import type { Wake } from "../ports/wake.ts";
import { nudge } from "./lifecycle-effects.ts";

/** A decision that ends a stage. */
export interface StageDecision {
  activityId: string;
  stage: Stage;
  kind: Outcome["kind"];
  by: string;
  /** The route's clock, ISO-8601 UTC: deadlines are judged by it. */
  at: string;
  reason?: string | undefined;
  role?: string | undefined;
  deputyFor?: string | undefined;
}

export type DecideStage = (decision: StageDecision) => Promise<void>;

/**
 * Ends a stage by a person: one conditional write with a nudge, then the outbox is woken.
 *
 * Filing the archive also fixes when the survey closes, since it opens then.
 * @throws `lifecycle.stage_closed`, `lifecycle.stage_not_open`, `lifecycle.cancelled`
 * @source docs/architecture.md rule 7
 */
export const decideStage =
  (deps: {
    activities: Activities;
    lifecycles: Lifecycles;
    zone: string;
    newId: (prefix: string) => string;
    wake: Wake;
  }): DecideStage =>
  async ({ activityId, stage, kind, by, at, reason, role, deputyFor }) => {
    const activity = await deps.activities.get(activityId);
    await deps.lifecycles.change(activityId, at, (before) => {
      const closed = close(before, stage, { kind, at, by, ...(reason === undefined ? {} : { reason }) });
      const Survey = [surveyDueOf(at, activity.surveyDays, deps.zone)];
      const item = stage === "Archive" ? replan(closed, { ...closed.plan, Survey }) : closed;
      return {
        item,
        effects: [nudge(before, at)],
        audit: [
          {
            subjectId: activityId,
            id: deps.newId("aud"),
            at,
            action: "lifecycle.close",
            actorId: by,
            role,
            deputyFor,
            reason,
            detail: { stage, kind },
          },
        ],
      };
    });
    deps.wake();
  };
