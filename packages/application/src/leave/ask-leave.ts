import { startOf } from "@yigong/core/activity/activity.ts";
import * as Leave from "@yigong/core/leave/leave.ts";
import { CLASH, untilSaved } from "@yigong/core/lib/optimistic.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { affiliationOn } from "@yigong/core/member/member.ts";
import { refuseAll } from "@yigong/core/participation/fault.ts";
import type { Photos } from "@yigong/core/photo/photo.store.ts";
import { type Acting, entryFor, saidOf, toldFor } from "../participation/acting.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";
import { findLeaveDeciders } from "./find-leave-deciders.ts";
import { asked } from "./leave-effects.ts";
import { requirePhotos } from "./leave-photos.ts";
import { saveLeave } from "./move-leave.ts";

/**
 * Asks for leave and tells who decides. The same request twice is one.
 *
 * @throws all reasons at once (see `leave.ts`, `faultsOf`); `leave.photo_missing`, `store.busy`
 * @source docs/domain.md A5
 */
export const askLeave =
  (deps: ParticipationDeps & { photos: Pick<Photos, "of"> }) =>
  async (
    { activityId, memberId, at }: { activityId: string; memberId: string; at: string },
    plea: Leave.Plea,
    acting?: Acting,
  ): Promise<Leave.Info> => {
    const [activity, lifecycle, member, duty] = await Promise.all([
      deps.activities.get(activityId),
      deps.lifecycles.get(activityId),
      deps.members.get(memberId),
      deps.dutyLists.find(activityId),
    ]);
    await requirePhotos(deps, { activityId, memberId }, plea.photoIds ?? []);
    const own = await deps.participations.ofMember(activity, memberId);
    const { branchId } = affiliationOn(member, dayOf(at, deps.zone));
    const onDuty = duty?.memberIds.includes(memberId) ?? false;
    const enteredBy = acting && [acting.by.actorId, acting.by.deputyFor];
    const deciders =
      branchId === undefined ? [] : await findLeaveDeciders(deps, { memberId, branchId, at, not: enteredBy });
    const branchDecides = deciders.length > 0;
    const released = own.some((row) => row.state === "released") && !own.some((row) => row.state === "placed");
    const circumstances = {
      activity,
      lifecycle,
      memberId,
      branchId,
      branchDecides,
      onDuty,
      released,
      at,
      entered: acting && saidOf(acting, at),
    };
    return untilSaved(async () => {
      const before = await deps.leaves.find(activityId, memberId);
      const standing = Leave.sameOpen(before, plea);
      if (standing) return standing;
      const leave = requestOf({ ...circumstances, before }, plea, deps.zone);
      const effects = asked({ activity, leave, member, until: Leave.decideUntil(lifecycle, at), deciders });
      const entered = acting
        ? {
            effects: [...effects, toldFor(activity, acting, { memberId, at, startsAt: startOf(activity) })],
            audit: [entryFor(deps, activity, acting, { action: "leave.requested", memberId, at })],
          }
        : { effects };
      if (!(await saveLeave(deps, before, { item: leave, ...entered }, at))) return CLASH;
      deps.wake();
      return leave;
    });
  };

function requestOf(circumstances: Leave.Circumstances, plea: Leave.Plea, zone: string): Leave.Open {
  const [first, ...rest] = Leave.faultsOf(circumstances, plea);
  if (first) throw refuseAll([first, ...rest], zone);
  return Leave.ask(circumstances, plea);
}
