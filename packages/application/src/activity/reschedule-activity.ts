import { activityRefusal } from "@yigong/core/activity/activity.refusals.ts";
import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { movedWindow } from "@yigong/core/activity/session-window.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { requireChangeable } from "@yigong/core/lifecycle/changeable.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import * as Move from "@yigong/core/lifecycle/move.ts";
import { archiveDueOf, planLeft } from "@yigong/core/lifecycle/plan.ts";
import { period } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { nudge } from "../lifecycle/lifecycle-effects.ts";
import { startReminders, undecidedReminder } from "../lifecycle/stage-reminders.ts";
import { type ActivityChangeDeps, applyChangeEffect, type ChangedBy } from "./activity-change.ts";
import { windowEffects } from "./add-session.ts";
import { toldOf } from "./change-effects.ts";

/** Instants are ISO-8601 UTC; what is left out stays. */
export interface NewTimes {
  sessions: readonly { id: string; startsAt: string; endsAt: string }[];
  recruitUntil?: string | undefined;
  coverUntil?: string | undefined;
}

/** The activity with its new times; a session that begins or ends at another time says when it was moved. */
function moved(activity: Activity, times: NewTimes, movedAt: string): Activity {
  const unknown = times.sessions.find(({ id }) => !activity.sessions.some((session) => session.id === id));
  if (unknown) throw activityRefusal("activity.session_missing");
  const sessions = activity.sessions.map((session) => {
    const time = times.sessions.find(({ id }) => id === session.id);
    const isSame = !time || (time.startsAt === session.startsAt && time.endsAt === session.endsAt);
    return isSame
      ? session
      : movedWindow({ ...session, startsAt: time.startsAt, endsAt: time.endsAt, movedAt }, movedAt);
  });
  const { coverUntil: _, ...rest } = activity;
  const coverUntil = times.coverUntil === undefined ? {} : { coverUntil: times.coverUntil };
  return { ...rest, ...coverUntil, sessions, recruitUntil: times.recruitUntil ?? activity.recruitUntil };
}

function requireMovable(before: Activity, after: Activity, row: Lifecycle.Info, at: string): void {
  requireChangeable(row);
  for (const { from, to } of movesOf(before, after)) {
    if (from.cancelled) throw activityRefusal("activity.session_cancelled");
    if (from.startsAt <= at) throw activityRefusal("activity.session_begun");
    if (to.startsAt <= at) throw activityRefusal("activity.start_past");
  }
  if (!Lifecycle.outcomeOf(row, "Recruit") && after.recruitUntil <= at) throw activityRefusal("activity.recruit_past");
}

/** Each session that moved, as it was and as it is, with its number in the order of the activity. */
const movesOf = (before: Activity, after: Activity) =>
  after.sessions.flatMap((to, index) => {
    const from = before.sessions[index];
    return from && to !== from ? [{ from, to, number: index + 1 }] : [];
  });

/** What follows from new times: messages, reminders, and what is brought in line after the transaction. */
function effectsOf(before: Activity, after: Activity, { row, at }: { row: Lifecycle.Info; at: string }): Effect[] {
  const recruitUntilAt = Lifecycle.deadlineOf(row, "Recruit") ?? startOf(after);
  const isRecruiting = row.status === "recruiting" && after.origin === "alliance";
  const cause = String(before.version + 1);
  return [
    ...toldOf({ before, after, at }),
    ...after.sessions.flatMap((session) => windowEffects(after.id, session).filter(({ dueAt }) => dueAt > at)),
    ...(isRecruiting ? [undecidedReminder(after, recruitUntilAt, at)] : []),
    ...(row.status === "executing" ? startReminders(after, at) : []),
    applyChangeEffect(after.id, cause, at),
    { kind: "activity.findClashes", id: `clashes:${after.id}:${cause}`, dueAt: at, activityId: after.id },
  ];
}

/**
 * Moves sessions in time, one by one also after others began, and with them the timers of all stages that are not over.
 *
 * Places and records stay; check-ins from before a session was moved do not count for it.
 * @throws `activity.session_begun`, `activity.session_cancelled`, `activity.session_missing`, `activity.start_past`,
 * `activity.recruit_past`, `activity.awarded`, `lifecycle.plan_order`, `lifecycle.cancelled`
 */
export const rescheduleActivity =
  (deps: ActivityChangeDeps) =>
  async (activityId: string, times: NewTimes, by: ChangedBy): Promise<Activity> => {
    const { at, reason } = by;
    const entry = { subjectId: activityId, at, action: "activity.reschedule", by, reason };
    const activity = await deps.lifecycles.changeActivity(activityId, at, ({ activity: before, lifecycle }) => {
      const after = moved(before, times, at);
      requireMovable(before, after, lifecycle, at);
      const row = Move.replan(
        lifecycle,
        planLeft(after, lifecycle, { at, zone: deps.zone }),
        archiveDueOf(after, deps.zone),
      );
      const moves = movesOf(before, after).map(({ from, to }) => ({
        session: to.id,
        from: period(from.startsAt, from.endsAt),
        to: period(to.startsAt, to.endsAt),
      }));
      const detail = { fromAt: startOf(before), startsAt: startOf(after), moves };
      return {
        activity: after,
        lifecycle: row,
        effects: [nudge(lifecycle, at), ...effectsOf(before, after, { row, at })],
        audit: [entryOf(deps.newId, { ...entry, detail })],
      };
    });
    deps.wake();
    return activity;
  };
