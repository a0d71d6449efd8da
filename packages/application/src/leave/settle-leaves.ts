import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import * as Leave from "@yigong/core/leave/leave.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";
import { moveLeave, SYSTEM } from "./move-leave.ts";

/**
 * Approves what was undecided at the start, in the person's favour; nobody moves up any more. Safe to run twice.
 *
 * @param at - the start or later, ISO-8601 UTC
 * @returns how many requests were still open
 */
export const settleLeavesAtStart =
  (deps: ParticipationDeps) =>
  async (activity: Activity, at: string): Promise<{ settled: number }> => {
    const open = (await deps.leaves.of(activity.id)).filter(Leave.isOpen);
    for (const { memberId } of open)
      await moveLeave(deps, { activity, memberId, by: SYSTEM, at, decide: (leave) => Leave.settleAtStart(leave, at) });
    return { settled: open.length };
  };
