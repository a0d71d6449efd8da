import { startOf } from "@yigong/core/activity/activity.ts";
import { leaveRefusal } from "@yigong/core/leave/leave.refusals.ts";
import * as Leave from "@yigong/core/leave/leave.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";
import { moveLeave } from "./move-leave.ts";

export interface LeaveDecision {
  activityId: string;
  memberId: string;
  approve: boolean;
  reason?: string | undefined;
  /** Whether the decider acts for the alliance. */
  alliance: boolean;
  by: By;
  at: string;
}

/**
 * Decides a request. Approval frees the member's places, and those who wait move up, in the same transaction.
 *
 * @throws `leave.activity_cancelled`, `leave.missing`, `leave.own_request`, `leave.escalated`, `leave.decided`, `leave.reason_needed`, `leave.too_late`
 * @source docs/domain.md A5
 */
export const decideLeave =
  (deps: ParticipationDeps) =>
  async ({ activityId, memberId, approve, reason, alliance, by, at }: LeaveDecision): Promise<Leave.Info> => {
    const [activity, { status }] = await Promise.all([
      deps.activities.get(activityId),
      deps.lifecycles.get(activityId),
    ]);
    // Nobody is told the outcome of what is no longer held.
    if (status === "cancelled") throw leaveRefusal("leave.activity_cancelled");
    const decision: Leave.Decision = {
      by: by.actorId,
      at,
      ...(reason === undefined ? {} : { reason }),
      ...(by.role === undefined ? {} : { role: by.role }),
      ...(by.deputyFor === undefined ? {} : { deputyFor: by.deputyFor }),
    };
    const decide = (leave: Leave.Info) =>
      Leave.decide(leave, { approve, alliance, decision, startsAt: startOf(activity) });
    const leave = await moveLeave(deps, { activity, memberId, by, at, decide });
    deps.wake();
    return leave;
  };
