import { startOf } from "@yigong/core/activity/activity.ts";
import * as Leave from "@yigong/core/leave/leave.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";

/**
 * Takes one's own request back, until the start. A place that was freed is not given back; sign up again while one may.
 *
 * @throws `leave.missing`, `leave.not_open`, `leave.too_late`
 */
export const withdrawLeave =
  (deps: ParticipationDeps) =>
  async ({ activityId, memberId, at }: { activityId: string; memberId: string; at: string }): Promise<Leave.Info> => {
    const startsAt = startOf(await deps.activities.get(activityId));
    return deps.leaves.change({ activityId, memberId }, at, (leave) => ({
      item: Leave.withdraw(leave, { at, startsAt }),
    }));
  };
