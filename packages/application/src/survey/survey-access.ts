import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { type Entry, entryOf } from "@yigong/core/audit/audit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { type Action, type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubject } from "@yigong/core/permission/subject.ts";

export interface GroundsDeps {
  activities: { get(activityId: string): Promise<Activity> };
  now: () => string;
  newId: NewId;
}

/**
 * Requires the permission for an action on an activity.
 *
 * @returns the activity, the grounds, and a builder of audit entries under these grounds
 * @throws `activity.missing`, `permission.denied`
 */
export async function groundsFor(deps: GroundsDeps, actor: Actor, action: Action, activityId: string) {
  const activity = await deps.activities.get(activityId);
  const grounds = allow(actor, action, activitySubject(activity));
  const entry = (done: string, detail?: Entry["detail"]): Entry =>
    entryOf(deps.newId, { subjectId: activityId, at: deps.now(), action: done, by: grounds, detail });
  return { activity, grounds, entry };
}
