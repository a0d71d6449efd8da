import { startOf } from "@yigong/core/activity/activity.ts";
import * as Leave from "@yigong/core/leave/leave.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";
import { turned } from "./leave-effects.ts";

/**
 * Takes one's own request back, until the start. A place that was freed is not given back; sign up again while one may.
 *
 * @throws `leave.missing`, `leave.not_open`, `leave.too_late`
 */
export const withdrawLeave =
  (deps: ParticipationDeps) =>
  async ({ activityId, memberId, at }: { activityId: string; memberId: string; at: string }): Promise<Leave.Info> => {
    const startsAt = startOf(await deps.activities.get(activityId));
    const leave = await deps.leaves.change({ activityId, memberId }, at, (before) => {
      const after = Leave.withdraw(before, { at, startsAt });
      return after === before ? { item: before } : { item: after, effects: turned({ before, after, at }) };
    });
    deps.wake();
    return leave;
  };
