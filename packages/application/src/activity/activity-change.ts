import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import type { Wake } from "../ports/wake.ts";

/** What cancelling, extending and rescheduling an activity work on. */
export interface ActivityChangeDeps {
  activities: Activities;
  lifecycles: Lifecycles;
  newId: NewId;
  zone: string;
  wake: Wake;
}

/** Who changes an activity, when and why; it becomes the audit entry. */
export interface ChangedBy extends ByAt {
  reason?: string | undefined;
  /** What else is told in the same transaction. */
  also?: readonly Effect[] | undefined;
}

/** Brings notice, places, covers and survey in line with the change, after its transaction. */
export const applyChangeEffect = (activityId: string, cause: string, at: string): Effect => ({
  kind: "activity.follow",
  id: `follow:${activityId}:${cause}`,
  dueAt: at,
  activityId,
});
