import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { changedFields, type Patch, revise } from "@yigong/core/activity/revise.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { requireVersion } from "@yigong/core/lib/edit.ts";
import { requireRevisable } from "@yigong/core/lifecycle/changeable.ts";
import { type ActivityChangeDeps, applyChangeEffect, type ChangedBy } from "./activity-change.ts";
import { toldOf } from "./change-effects.ts";

/** A change of what an activity says, and the version that its editor read. */
export interface Revision {
  patch: Patch;
  version?: number | undefined;
}

/**
 * Says an activity otherwise: title, place, text, risks, insurance, contact. Those whom it concerns are told in the same
 * transaction, the notice follows.
 *
 * @throws `edit.changed`, `lifecycle.cancelled`, `activity.awarded`, `activity.minimum_too_high`, `activity.minimum_past`,
 * `activity.served_past`
 */
export const reviseActivity =
  (deps: Pick<ActivityChangeDeps, "lifecycles" | "newId" | "wake">) =>
  async (activityId: string, { patch, version }: Revision, by: ChangedBy): Promise<Activity> => {
    const { at, reason } = by;
    const saved = await deps.lifecycles.changeActivity(activityId, at, ({ activity: before, lifecycle }) => {
      requireVersion(before, version);
      const after = revise(before, patch, at);
      requireRevisable(before, after, lifecycle);
      if (after === before) return { activity: before, lifecycle };
      const fields = changedFields(before, after);
      const detail = Object.fromEntries(fields.map((field) => [field, { from: before[field], to: after[field] }]));
      const entry = { subjectId: activityId, at, action: "activity.revise", by, reason, detail };
      return {
        activity: after,
        lifecycle,
        effects: [...toldOf({ before, after, at }), applyChangeEffect(activityId, String(before.version + 1), at)],
        audit: [entryOf(deps.newId, entry)],
      };
    });
    deps.wake();
    return saved;
  };
