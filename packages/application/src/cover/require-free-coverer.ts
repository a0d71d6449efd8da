import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { participant } from "@yigong/core/cover/answer.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import type { CoverDeps } from "./cover-stores.ts";

/** Refuses as a coverer who has a place in the activity or waits for one. @throws `cover.participant` */
export async function requireNoPlace(deps: CoverDeps, activity: Activity, memberId: string): Promise<void> {
  if ((await deps.participations.ofMember(activity, memberId)).some(isActive)) throw participant();
}

/** Refuses as a coverer who has a shift at the time. @throws `cover.on_shift` */
export async function requireOffShift(deps: CoverDeps, need: Cover.Info, memberId: string): Promise<void> {
  const [shift] = await deps.shifts.ofMembers([memberId], need, deps.zone);
  if (shift)
    throw new Refusal(
      "conflict",
      "cover.on_shift",
      `There is an own shift from ${shift.startsAt} to ${shift.endsAt}; nobody covers while at work.`,
    );
}
