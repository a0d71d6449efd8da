import { assign, confirm } from "@yigong/core/cover/answer.ts";
import { coverRefusal } from "@yigong/core/cover/cover.refusals.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { memberRefusal } from "@yigong/core/member/member.refusals.ts";
import { isEmployedOn, politicalStatusOn } from "@yigong/core/member/member.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { changeNeed, type NeedKey } from "./change-need.ts";
import { coverEntry } from "./cover-audit.ts";
import type { CoverDeps } from "./cover-stores.ts";
import { coverableActivity } from "./find-coverable-activity.ts";
import { requireNoPlace, requireNotServing, requireOffShift } from "./require-free-coverer.ts";

/**
 * Puts down by hand who agreed to cover, such as on the telephone: a party member who is not at work then; whether the post
 * fits is the assigner's to judge, so a reason is kept.
 *
 * @param put - `confirmed`: by somebody who may confirm, in the same act
 * @throws see `cover/answer.ts`; `cover.not_party_member`, `cover.participant`, `cover.serving`, `cover.on_shift`, `cover.overlaps`, `lifecycle.cancelled`
 */
export async function assignCover(
  deps: CoverDeps,
  key: NeedKey,
  {
    memberId,
    reason,
    confirmed = false,
    by,
    at,
  }: { memberId: string; reason: string; confirmed?: boolean | undefined; by: By; at: string },
): Promise<Cover.Info> {
  const activity = await coverableActivity(deps, key.activityId);
  const need = await deps.covers.get(key.activityId, key.needId);
  const day = dayOf(need.from, deps.zone);
  const [member] = await deps.members.getMany([memberId]);
  if (!member || !isEmployedOn(member, day)) throw memberRefusal("member.missing/thatDay");
  if (politicalStatusOn(member, day) !== "partyMember") throw coverRefusal("cover.not_party_member");
  await requireNoPlace(deps, activity, memberId);
  await requireNotServing(deps, need, memberId);
  await requireOffShift(deps, need, memberId);
  return changeNeed(deps, {
    activity,
    key,
    at,
    seen: need,
    others: [memberId],
    decide: (now) => {
      const party = { by: by.actorId, deputyFor: by.deputyFor, at };
      const assigned = assign(now, { ...party, memberId, reason });
      return confirmed ? confirm(assigned, party) : assigned;
    },
    audit: () =>
      coverEntry(deps, key, {
        by,
        at,
        action: "cover.assign",
        reason,
        detail: { memberId, ...(confirmed ? { confirmed } : {}) },
      }),
  });
}
