import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import * as Move from "@yigong/core/lifecycle/move.ts";
import { archiveDueOf, planOf } from "@yigong/core/lifecycle/plan.ts";
import { nudge, people, tell } from "../lifecycle/lifecycle-effects.ts";
import { startReminder, undecidedReminder } from "../lifecycle/stage-reminders.ts";
import { type ActivityChangeDeps, applyChangeEffect, type ChangedBy } from "./activity-change.ts";

/** Instants are ISO-8601 UTC; what is left out stays. */
export interface NewTimes {
  sessions: readonly { id: string; startsAt: string; endsAt: string }[];
  recruitUntil?: string | undefined;
  coverUntil?: string | undefined;
}

function moved(activity: Activity, times: NewTimes): Activity {
  const unknown = times.sessions.find(({ id }) => !activity.sessions.some((session) => session.id === id));
  if (unknown)
    throw new Refusal("missing", "activity.session_missing", `There is no session ${unknown.id} in this activity.`);
  const sessions = activity.sessions.map((session) => {
    const time = times.sessions.find(({ id }) => id === session.id);
    return time ? { ...session, startsAt: time.startsAt, endsAt: time.endsAt } : session;
  });
  const { coverUntil: _, ...rest } = activity;
  const coverUntil = times.coverUntil === undefined ? {} : { coverUntil: times.coverUntil };
  return { ...rest, ...coverUntil, sessions, recruitUntil: times.recruitUntil ?? activity.recruitUntil };
}

function requireMovable(before: Activity, after: Activity, row: Lifecycle.Info, at: string): void {
  if (row.status === "cancelled") throw new Refusal("conflict", "lifecycle.cancelled", "The activity was cancelled.");
  if (startOf(before) <= at)
    throw new Refusal("conflict", "activity.started", "The activity has begun; it can no longer be moved.");
  if (startOf(after) <= at) throw new Refusal("invalid", "activity.start_past", "The new start must be in the future.");
  if (!Lifecycle.outcomeOf(row, "Recruit") && after.recruitUntil <= at)
    throw new Refusal("invalid", "activity.recruit_past", "Recruiting must end in the future.");
}

/**
 * Moves an activity in time, and with it the timers of all stages that are not over. Places and records stay.
 *
 * @throws `activity.started`, `activity.start_past`, `activity.recruit_past`, `activity.session_missing`,
 * `lifecycle.plan_order`, `lifecycle.cancelled`
 */
export const rescheduleActivity =
  (deps: ActivityChangeDeps) =>
  async (activityId: string, times: NewTimes, by: ChangedBy): Promise<Activity> => {
    const { at, reason } = by;
    const entry = { subjectId: activityId, at, action: "activity.reschedule", by, reason };
    const activity = await deps.lifecycles.changeActivity(activityId, at, ({ activity: before, lifecycle }) => {
      const after = moved(before, times);
      requireMovable(before, after, lifecycle, at);
      const plan = planOf(after, deps.zone);
      const row = Move.replan(lifecycle, plan, archiveDueOf(after, deps.zone));
      const [fromAt, startsAt] = [startOf(before), startOf(after)];
      const to = people(after, "participants");
      const told = tell(
        { activity: after, template: "activity.rescheduled", to, dueAt: at, cause: String(before.version + 1) },
        { fromAt, startsAt, place: after.place },
      );
      const recruiting = row.status === "recruiting" && after.origin === "alliance";
      const reminder = recruiting ? [undecidedReminder(after, plan.Recruit.at(-1) ?? startsAt, at)] : [];
      const soon = row.status === "executing" ? [startReminder(after, plan.Execute.at(-1) ?? startsAt, at)] : [];
      return {
        activity: after,
        lifecycle: row,
        effects: [
          nudge(lifecycle, at),
          told,
          ...reminder,
          ...soon,
          applyChangeEffect(activityId, String(before.version + 1), at),
        ],
        audit: [entryOf(deps.newId, { ...entry, detail: { fromAt, startsAt } })],
      };
    });
    deps.wake();
    return activity;
  };
