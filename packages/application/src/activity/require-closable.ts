import { type Info as Activity, endOf, startOf } from "@yigong/core/activity/activity.ts";
import { inBoth } from "@yigong/core/language/index.ts";
import { lifecycleRefusal } from "@yigong/core/lifecycle/lifecycle.refusals.ts";
import type { Stage } from "@yigong/core/lifecycle/lifecycle.ts";

/**
 * Which stages an organizer may end early: recruiting and cover at any time, service once the last session is over.
 *
 * Proposals are decided, archives filed and surveys closed by routes of their own.
 * @throws `lifecycle.not_by_closing`, `lifecycle.service_not_over`
 */
export function requireClosable(activity: Activity, stage: Stage, at: string): void {
  if (stage === "Recruit" || stage === "Cover") {
    if (at >= startOf(activity))
      throw lifecycleRefusal("lifecycle.stage_closed", { stage: inBoth(`activity.stage.${stage}`) });
    return;
  }
  if (stage !== "Execute")
    throw lifecycleRefusal("lifecycle.not_by_closing", { stage: inBoth(`activity.stage.${stage}`) });
  if (at < endOf(activity)) throw lifecycleRefusal("lifecycle.service_not_over", { endsAt: endOf(activity) });
}
