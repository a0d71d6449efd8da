import { type Info as Activity, endOf, startOf } from "@yigong/core/activity/activity.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Stage } from "@yigong/core/lifecycle/lifecycle.ts";

const refuse = (code: string, message: string) => new Refusal("conflict", code, message);

/**
 * Which stages an organizer may end early: recruiting and cover at any time, service once the last session is over.
 *
 * Proposals are decided, archives filed and surveys closed by routes of their own.
 * @throws `lifecycle.not_by_closing`, `lifecycle.service_not_over`
 */
export function requireClosable(activity: Activity, stage: Stage, at: string): void {
  if (stage === "Recruit" || stage === "Cover") {
    if (at >= startOf(activity)) throw refuse("lifecycle.stage_closed", `${stage} is over for this activity.`);
    return;
  }
  if (stage !== "Execute")
    throw refuse("lifecycle.not_by_closing", `${stage} does not end by closing it; it has an action of its own.`);
  if (at < endOf(activity))
    throw refuse(
      "lifecycle.service_not_over",
      `Service ends at ${endOf(activity)}; until then people may still check in.`,
    );
}
