import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import * as Leave from "@yigong/core/leave/leave.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";
import { moveLeave, SYSTEM } from "./move-leave.ts";

/**
 * Passes requests that branches left undecided on to the alliance, once their time is over. Safe to run twice.
 *
 * @returns how many requests wait for the alliance
 * @source docs/domain.md A5
 */
export const closeLeaves =
  (deps: ParticipationDeps) =>
  async (activity: Activity, at: string): Promise<{ escalated: number }> => {
    const open = (await deps.leaves.of(activity.id)).filter(Leave.isOpen);
    for (const { memberId } of open)
      await moveLeave(deps, { activity, memberId, by: SYSTEM, at, decide: (leave) => Leave.escalate(leave, at) });
    return { escalated: open.length };
  };
