import { startOf } from "@yigong/core/activity/activity.ts";
import type { Page, PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { type OwnPlace, ownPlaces } from "./own-place.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

/** One of a member's places, with what it is about. */
export interface OwnParticipation extends OwnPlace {
  title: string;
  where: string;
}

/** A member's places, the latest session first; places that are not yet given out are brought up to date. */
export async function listOwnParticipations(
  deps: Pick<ParticipationDeps, "activities" | "participations">,
  { memberId, at }: { memberId: string; at: string },
  page: PageRequest,
): Promise<Page<OwnParticipation>> {
  const { items: rows, cursor } = await deps.participations.byMember(memberId, page);
  const ids = [...new Set(rows.map((row) => row.activityId))];
  const found = await Promise.all(ids.map((id) => deps.activities.find(id, recent)));
  const activities = new Map(found.flatMap((activity) => (activity ? [[String(activity.id), activity] as const] : [])));
  const current = new Map<string, OwnPlace[]>();
  for (const [id, activity] of activities)
    if (at < startOf(activity)) current.set(id, (await ownPlaces(deps, activity, { memberId, at })).places);
  const items = rows.map((row) => {
    const activity = activities.get(row.activityId);
    const now = current.get(row.activityId)?.find(({ place }) => place.sessionId === row.sessionId);
    return {
      ...(now ?? { place: row, provisional: false }),
      title: activity?.title ?? "",
      where: activity?.place ?? "",
    };
  });
  return { items, cursor };
}
