import { activityRefusal } from "@yigong/core/activity/activity.refusals.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { requireChangeable } from "@yigong/core/lifecycle/changeable.ts";
import * as Move from "@yigong/core/lifecycle/move.ts";
import { archiveDueOf, planLeft } from "@yigong/core/lifecycle/plan.ts";
import { period } from "@yigong/core/message/message.ts";
import { nudge } from "../lifecycle/lifecycle-effects.ts";
import { type ActivityChangeDeps, applyChangeEffect, type ChangedBy } from "./activity-change.ts";
import { toldOf } from "./change-effects.ts";

/** The activity without one of its sessions, which keeps its number. */
function without(activity: Activity, sessionId: string, by: ChangedBy & { reason: string }): Activity {
  const { at, actorId, reason } = by;
  const session = activity.sessions.find(({ id }) => id === sessionId);
  if (!session) throw activityRefusal("activity.session_missing");
  if (session.cancelled) throw activityRefusal("activity.session_cancelled");
  if (session.startsAt <= at) throw activityRefusal("activity.session_begun");
  const others = activity.sessions.filter((one) => one !== session && !one.cancelled);
  if (others.length === 0) throw activityRefusal("activity.last_session");
  const cancelled = { ...session, cancelled: { at, by: actorId, reason } };
  return { ...activity, sessions: activity.sessions.map((one) => (one === session ? cancelled : one)) };
}

/**
 * Cancels one session, also after others began. Its places end, and their holders are told as they do; covers and the notice
 * follow. Who has no other place is released from duty.
 *
 * @throws `activity.session_missing`, `activity.session_cancelled`, `activity.session_begun`, `activity.last_session`,
 * `activity.awarded`, `lifecycle.cancelled`
 */
export const cancelSession =
  (deps: ActivityChangeDeps) =>
  async (activityId: string, sessionId: string, by: ChangedBy & { reason: string }): Promise<Activity> => {
    const { at, reason } = by;
    const saved = await deps.lifecycles.changeActivity(activityId, at, ({ activity: before, lifecycle }) => {
      requireChangeable(lifecycle);
      const after = without(before, sessionId, by);
      const plan = planLeft(after, lifecycle, { at, zone: deps.zone });
      const row = Move.replan(lifecycle, plan, archiveDueOf(after, deps.zone));
      const session = before.sessions.find(({ id }) => id === sessionId);
      const detail = { session: sessionId, period: session ? period(session.startsAt, session.endsAt) : "" };
      const entry = { subjectId: activityId, at, action: "activity.cancelSession", by, reason, detail };
      return {
        activity: after,
        lifecycle: row,
        effects: [
          nudge(lifecycle, at),
          ...toldOf({ before, after, at }),
          applyChangeEffect(activityId, String(before.version + 1), at),
        ],
        audit: [entryOf(deps.newId, entry)],
      };
    });
    deps.wake();
    return saved;
  };
