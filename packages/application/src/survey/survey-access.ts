import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Entry } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { type Action, type Actor, allow } from "@yigong/core/permission/policy.ts";

export interface GroundsDeps {
  activities: { get(activityId: string): Promise<Activity> };
  now: () => string;
  newId: NewId;
}

/** What an activity is to permissions. */
export const subjectOf = ({ organizerId, branchId, teamId }: Activity) => ({
  ownerId: organizerId,
  branchId,
  teamIds: teamId ? [teamId] : [],
});

/**
 * Lets somebody do something with an activity, and words the audit entry that tells of it.
 *
 * @throws `activity.missing`, `permission.denied`
 */
export async function groundsFor(deps: GroundsDeps, actor: Actor, action: Action, activityId: string) {
  const activity = await deps.activities.get(activityId);
  const grounds = allow(actor, action, subjectOf(activity));
  const entry = (done: string, detail?: Entry["detail"]): Entry => ({
    subjectId: activityId,
    id: deps.newId("aud"),
    at: deps.now(),
    action: done,
    ...grounds,
    detail,
  });
  return { activity, grounds, entry };
}
