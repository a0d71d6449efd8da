import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import type { Entry } from "@yigong/core/audit/audit.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import * as Move from "@yigong/core/lifecycle/move.ts";
import { archiveDueOf, planOf } from "@yigong/core/lifecycle/plan.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { nudge, people, tell } from "../lifecycle/lifecycle-effects.ts";
import { archiveReminder, startReminder, undecidedReminder } from "../lifecycle/stage-reminders.ts";
import type { Wake } from "../ports/wake.ts";

/** Who steers, when and why; it becomes the audit entry. */
export interface By {
  actorId: string;
  role?: string | undefined;
  deputyFor?: string | undefined;
  at: string;
  reason?: string | undefined;
}

export interface SteerDeps {
  activities: Activities;
  lifecycles: Lifecycles;
  newId: NewId;
  zone: string;
  wake: Wake;
}

const entry = (
  deps: SteerDeps,
  activityId: string,
  action: string,
  by: By,
  detail?: Record<string, unknown>,
): Entry => ({
  subjectId: activityId,
  id: deps.newId("aud"),
  action,
  detail,
  ...by,
});

const followUp = (activityId: string, cause: string, at: string): Effect => ({
  kind: "activity.follow",
  id: `follow:${activityId}:${cause}`,
  dueAt: at,
  activityId,
});

/**
 * Cancels an activity with a reason; every record stays, and everybody concerned is told.
 *
 * @throws `lifecycle.cancelled`, `lifecycle.award_begun`
 */
export const cancelActivity =
  (deps: SteerDeps) =>
  async (
    activity: Activity,
    by: By & { reason: string },
    kind: Lifecycle.Cancellation["kind"] = "requested",
  ): Promise<Lifecycle.Info> => {
    const { at, reason, actorId } = by;
    const to = people(activity, "participants");
    const told = tell(
      { activity, template: "activity.cancelled", to, dueAt: at, cause: "1" },
      { startsAt: startOf(activity), reason },
    );
    const row = await deps.lifecycles.change(activity.id, at, (before) => ({
      item: Move.cancel(before, { kind, at, by: actorId, reason }),
      effects: [nudge(before, at), told, followUp(activity.id, "cancelled", at)],
      audit: [entry(deps, activity.id, "activity.cancel", by)],
    }));
    deps.wake();
    return row;
  };

/** What a stage's new deadline must stay before, so that the stages keep their order. */
function ceiling(row: Lifecycle.Info, activity: Activity, stage: Lifecycle.Stage): string | undefined {
  if (stage === "Recruit") return Lifecycle.deadlineOf(row, "Cover");
  return stage === "Cover" ? startOf(activity) : undefined;
}

/** What goes with a stage's new deadline: the reminders that belong to it, the notice, and a survey's end. */
function followingUp(
  activity: Activity,
  { status }: Lifecycle.Info,
  { stage, until, at }: { stage: Lifecycle.Stage; until: string; at: string },
): Effect[] {
  const follow = followUp(activity.id, `extended.${until}`, at);
  if (stage === "Recruit")
    return activity.origin === "alliance" ? [follow, undecidedReminder(activity, until, at)] : [follow];
  if (stage === "Execute")
    return status === "executing" && at < startOf(activity) ? [startReminder(activity, until, at)] : [];
  if (stage === "Archive") return status === "archiving" ? [archiveReminder(activity, until, at)] : [];
  return stage === "Survey" ? [follow] : [];
}

/**
 * Gives a stage more time.
 *
 * @throws `lifecycle.not_later`, `lifecycle.plan_order`, `lifecycle.stage_closed`, `lifecycle.stage_not_open`, `lifecycle.cancelled`
 */
export const extendStage =
  (deps: SteerDeps) =>
  async (
    activity: Activity,
    { stage, until }: { stage: Lifecycle.Stage; until: string },
    by: By,
  ): Promise<Lifecycle.Info> => {
    const { at } = by;
    const row = await deps.lifecycles.change(activity.id, at, (before) => {
      const item = Move.extend(before, stage, { until, at });
      const limit = ceiling(before, activity, stage);
      if (limit !== undefined && (stage === "Cover" ? until > limit : until >= limit))
        throw new Refusal(
          "invalid",
          "lifecycle.plan_order",
          `The new deadline must be before ${limit}; reschedule the activity for more time.`,
        );
      return {
        item,
        effects: [nudge(before, at), ...followingUp(activity, item, { stage, until, at })],
        audit: [entry(deps, activity.id, "lifecycle.extend", by, { stage, until })],
      };
    });
    deps.wake();
    return row;
  };

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
 * @throws `activity.started`, `activity.start_past`, `activity.recruit_past`, `activity.session_missing`, `lifecycle.plan_order`, `lifecycle.cancelled`
 */
export const reschedule =
  (deps: SteerDeps) =>
  async (activityId: string, times: NewTimes, by: By): Promise<Activity> => {
    const { at } = by;
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
          followUp(activityId, String(before.version + 1), at),
        ],
        audit: [entry(deps, activityId, "activity.reschedule", by, { fromAt, startsAt })],
      };
    });
    deps.wake();
    return activity;
  };
