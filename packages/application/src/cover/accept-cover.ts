import { accept } from "@yigong/core/cover/answer.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import { changeNeed, type NeedKey } from "./change-need.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { coverableActivity } from "./find-coverable-activity.ts";
import { requireNoPlace, requireNotServing, requireOffShift } from "./require-free-coverer.ts";

/** The asked person agrees. @throws see `cover/answer.ts`; `cover.participant`, `cover.serving`, `cover.on_shift`, `cover.overlaps`, `lifecycle.cancelled` */
export async function acceptCover(
  deps: CoverDeps,
  key: NeedKey,
  { memberId, at }: { memberId: string; at: string },
): Promise<Cover.Info> {
  const activity = await coverableActivity(deps, key.activityId);
  const need = await deps.covers.get(key.activityId, key.needId);
  await requireNoPlace(deps, activity, memberId);
  accept(need, { memberId, at });
  await requireNotServing(deps, need, memberId);
  await requireOffShift(deps, need, memberId);
  return changeNeed(deps, {
    activity,
    key,
    at,
    seen: need,
    others: [memberId],
    decide: (now) => accept(now, { memberId, at }),
  });
}
