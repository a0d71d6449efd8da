import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { type List, listed } from "@yigong/core/participation/duty.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

/**
 * Fixes the duty list when recruitment opens. Safe to run twice: the first list holds.
 *
 * Activities of teams and members have an empty list, which is not written.
 * @param at - when recruitment opened, ISO-8601 UTC
 * @source docs/domain.md A1, A4
 */
export const fixDutyList =
  (deps: Pick<ParticipationDeps, "dutyLists" | "members" | "zone">) =>
  async (activity: Activity, at: string): Promise<List> => {
    if (activity.origin !== "alliance") return { activityId: activity.id, memberIds: [], fixedAt: at };
    const fixed = await deps.dutyLists.find(activity.id);
    if (fixed) return fixed;
    const members = await deps.members.all();
    const days = { opens: dayOf(at, deps.zone), begins: dayOf(startOf(activity), deps.zone) };
    return deps.dutyLists.fix(activity.id, listed(members, activity, days), at);
  };
