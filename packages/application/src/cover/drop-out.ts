import { dropOut as givenBack } from "@yigong/core/cover/answer.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { changeNeed, type NeedKey } from "./change-need.ts";
import { coverEntry } from "./cover-audit.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { coverableActivity } from "./find-coverable-activity.ts";

/**
 * A coverer gives a cover back, up to the moment at which the shift begins, whatever stage the activity is in: the next is
 * sought at once, and those who arrange it, and whose shift it is, are told.
 *
 * @param said - `by`: who puts it in, the coverer or whoever was told by telephone
 * @throws see `cover/answer.ts`; `lifecycle.cancelled`
 */
export async function dropOut(
  deps: CoverDeps,
  key: NeedKey,
  { memberId, reason, by, at }: { memberId: string; reason: string; by: By; at: string },
): Promise<Cover.Info> {
  const activity = await coverableActivity(deps, key.activityId);
  return changeNeed(deps, {
    activity,
    key,
    at,
    others: [memberId, by.actorId],
    decide: (need) => givenBack(need, { memberId, by: by.actorId, at, reason }),
    audit: () => coverEntry(deps, key, { by, at, action: "cover.dropOut", reason, detail: { memberId } }),
  });
}
