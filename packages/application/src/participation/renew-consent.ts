import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { participationRefusal } from "@yigong/core/participation/participation.refusals.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";

/** Who accepts which risks. */
export interface Consent {
  activityId: string;
  memberId: string;
  /** When the risks were stated that were read: those of another moment are other risks. */
  risksAt: string;
  /** The route's clock, ISO-8601 UTC. */
  at: string;
}

/**
 * Agrees anew to an activity whose risks were changed. Nobody is forced: whoever does not, withdraws or asks for leave.
 *
 * @throws `participation.risks_changed`, `participation.missing`
 * @source 志愿服务条例 (State Council Order 685)
 */
export const renewConsent =
  (deps: { activities: Pick<Activities, "get">; participations: Pick<Participations, "consent"> }) =>
  async ({ activityId, memberId, risksAt, at }: Consent): Promise<{ places: number }> => {
    const activity = await deps.activities.get(activityId);
    if (activity.risksAt !== risksAt) throw participationRefusal("participation.risks_changed");
    const places = await deps.participations.consent(activityId, memberId, at);
    if (places === 0) throw participationRefusal("participation.missing");
    return { places };
  };
