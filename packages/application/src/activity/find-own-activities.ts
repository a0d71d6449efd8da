import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import { isActive } from "@yigong/core/participation/participation.ts";

/**
 * Tells the activities in which a member has a place, waits for one, or which they lead.
 *
 * @param since - those whose sessions were over by then are not told, except their own, ISO-8601 UTC
 */
export async function findOwnActivities(
  { participations }: { participations: Pick<Participations, "rowsAfter"> },
  memberId: string,
  since: string,
): Promise<(activity: Pick<Activity, "id" | "organizerId">) => boolean> {
  const rows = await participations.rowsAfter(memberId, since);
  const taking = new Set(rows.filter(isActive).map(({ activityId }) => activityId));
  return ({ id, organizerId }) => organizerId === memberId || taking.has(id);
}
