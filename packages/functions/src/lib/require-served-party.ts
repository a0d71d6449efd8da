import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { surveyRefusal } from "@yigong/core/survey/survey.refusals.ts";

/** @throws `survey.no_served_party` @source docs/domain.md E5 */
export function requireServedParty({ servedParty }: Activity): void {
  if (servedParty.kind === "definite") return;
  throw surveyRefusal("survey.no_served_party", { reason: servedParty.reason });
}
