import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Outcome, Stage } from "@yigong/core/lifecycle/lifecycle.ts";
import { close, replan } from "@yigong/core/lifecycle/move.ts";
import { surveyDueOf } from "@yigong/core/lifecycle/plan.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { Wake } from "../ports/wake.ts";
import { nudge } from "./lifecycle-effects.ts";

/** A decision that ends a stage. */
export interface StageDecision extends Omit<By, "actorId"> {
  activityId: string;
  stage: Stage;
  kind: Outcome["kind"];
  /** The member who decides. */
  by: string;
  /** The route's clock, ISO-8601 UTC: deadlines are judged by it. */
  at: string;
  reason?: string | undefined;
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
  (deps: { activities: Activities; lifecycles: Lifecycles; zone: string; newId: NewId; wake: Wake }): DecideStage =>
  async ({ activityId, stage, kind, by, at, reason, role, deputyFor }) => {
    const activity = await deps.activities.get(activityId);
    const actor = { actorId: by, role, deputyFor };
    const entry = { subjectId: activityId, at, action: "lifecycle.close", by: actor, reason, detail: { stage, kind } };
    await deps.lifecycles.change(activityId, at, (before) => {
      const closed = close(before, stage, { kind, at, by, ...(reason === undefined ? {} : { reason }) });
      const Survey = [surveyDueOf(at, activity.surveyDays, deps.zone)];
      const item = stage === "Archive" ? replan(closed, { ...closed.plan, Survey }) : closed;
      return {
        item,
        effects: [nudge(before, at)],
        audit: [entryOf(deps.newId, entry)],
      };
    });
    deps.wake();
  };
