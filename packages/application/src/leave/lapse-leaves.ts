import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import * as Leave from "@yigong/core/leave/leave.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { ParticipationDeps } from "../participation/participation-stores.ts";
import { moveLeave, SYSTEM } from "./move-leave.ts";

export type LapseDeps = Omit<ParticipationDeps, "activities"> & { activities: Pick<Activities, "get" | "find"> };

/** Ends an open request of somebody who leaves before the activity begins: nobody has to decide it. Safe to run twice. */
export async function lapseLeave(deps: LapseDeps, activity: Activity, member: Member, at: string): Promise<void> {
  const leave = await deps.leaves.find(activity.id, member.id);
  if (!leave || !Leave.isOpen(leave)) return;
  const decide = (before: Leave.Info) => Leave.lapse(before, at);
  await moveLeave(deps, { activity, memberId: member.id, by: SYSTEM, at, decide });
}
