import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { participant } from "@yigong/core/cover/answer.ts";
import { coverRefusal } from "@yigong/core/cover/cover.refusals.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import { overlaps } from "@yigong/core/lib/time.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import type { CoverDeps } from "./cover-stores.ts";

/** Refuses as a coverer who has a place in the activity or waits for one. @throws `cover.participant` */
export async function requireNoPlace(deps: CoverDeps, activity: Activity, memberId: string): Promise<void> {
  if ((await deps.participations.ofMember(activity, memberId)).some(isActive)) throw participant();
}

/** Refuses as a coverer who serves in another activity or sits in a class at the time. @throws `cover.serving` */
export async function requireNotServing(deps: CoverDeps, need: Cover.Info, memberId: string): Promise<void> {
  const held = await deps.participations.heldAfter(memberId, need.from);
  const clashing = held.filter(
    ({ activityId, startsAt: from, endsAt: to }) => activityId !== need.activityId && overlaps({ from, to }, need),
  );
  const seats = await deps.enrolments.heldAfter(memberId, need.from);
  const seat = seats.find(({ startsAt: from, endsAt: to }) => overlaps({ from, to }, need));
  if (seat) throw coverRefusal("cover.serving", { from: seat.startsAt, until: seat.endsAt });
  for (const { activityId, startsAt, endsAt } of clashing) {
    const { status } = await deps.lifecycles.get(activityId);
    if (status !== "cancelled") throw coverRefusal("cover.serving", { from: startsAt, until: endsAt });
  }
}

/** Refuses as a coverer who has a shift at the time. @throws `cover.on_shift` */
export async function requireOffShift(deps: CoverDeps, need: Cover.Info, memberId: string): Promise<void> {
  const [shift] = await deps.shifts.ofMembers([memberId], need, deps.zone);
  if (shift) throw coverRefusal("cover.on_shift", { from: shift.startsAt, until: shift.endsAt });
}
