import { decline } from "@yigong/core/cover/answer.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import { changeNeed, type NeedKey } from "./change-need.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { coverableActivity } from "./find-coverable-activity.ts";

/** The asked person says no; the next best is asked at once. @throws see `cover/answer.ts`; `lifecycle.cancelled` */
export async function declineCover(
  deps: CoverDeps,
  key: NeedKey,
  answer: { memberId: string; at: string; reason?: string | undefined },
): Promise<Cover.Info> {
  const activity = await coverableActivity(deps, key.activityId);
  return changeNeed(deps, { activity, key, at: answer.at, others: [], decide: (need) => decline(need, answer) });
}
