import { z } from "@hono/zod-openapi";
import * as Activity from "@yigong/core/activity/activity.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import type { Counts } from "@yigong/core/participation/participation.store.ts";

/** What anybody sees of where an activity stands: stage, outcomes, the next automatic step. */
export const ActivityView = Activity.Info.extend({
  status: z.enum([
    "proposing",
    "recruiting",
    "covering",
    "executing",
    "archiving",
    "surveying",
    "awarding",
    "done",
    "cancelled",
  ]),
  stages: z.array(
    z.object({
      name: Lifecycle.Stage,
      enteredAt: z.string().optional(),
      endedAt: z.string().optional(),
      outcome: Lifecycle.Outcome.shape.kind.optional(),
      reason: z.string().optional(),
      dueAt: z.string().optional(),
    }),
  ),
  nextDueAt: z.string().optional(),
  cancellation: Lifecycle.Cancellation.optional(),
  /** How its organizer is called; where one activity is read. */
  organizer: z.object({ name: z.string(), employeeNumber: z.string() }).optional(),
}).openapi("Activity");

const stageView = (lifecycle: Lifecycle.Info) => (name: Lifecycle.Stage) => {
  const outcome = Lifecycle.outcomeOf(lifecycle, name);
  const dueAt = name === "Archive" ? lifecycle.archiveDueAt : Lifecycle.deadlineOf(lifecycle, name);
  return {
    name,
    enteredAt: lifecycle.enteredAt[name],
    endedAt: outcome?.at,
    outcome: outcome?.kind,
    reason: outcome?.reason,
    dueAt: name === "Survey" && lifecycle.enteredAt.Survey === undefined ? undefined : dueAt,
  };
};

/** An activity with its lifecycle as one answer. Team and self activities have a Propose stage, the others do not. */
export function activityView(activity: Activity.Info, lifecycle: Lifecycle.Info): z.output<typeof ActivityView> {
  const proposed = activity.origin !== "alliance";
  const stages = Lifecycle.STAGES.filter((name) => name !== "Propose" || proposed).map(stageView(lifecycle));
  const current = Lifecycle.stageOf(lifecycle);
  const over = Lifecycle.isOver(lifecycle);
  return ActivityView.parse({
    ...activity,
    recruitUntil: lifecycle.plan.Recruit.at(-1),
    coverUntil: lifecycle.plan.Cover.at(-1),
    status: lifecycle.status,
    stages,
    nextDueAt: over ? undefined : stages.find(({ name }) => name === current)?.dueAt,
    cancellation: lifecycle.status === "cancelled" ? lifecycle.cancellation : undefined,
  });
}

/** An activity in a list, with how many places are taken. */
export const ListedView = ActivityView.extend({
  /** Placed and waiting, over all positions, from the counters. */
  people: z.object({ placed: z.int(), headCount: z.int(), waiting: z.int() }),
}).openapi("ListedActivity");

export const listedView = (
  activity: Activity.Info,
  lifecycle: Lifecycle.Info,
  people: ReadonlyMap<string, Counts>,
): z.output<typeof ListedView> => ({
  ...activityView(activity, lifecycle),
  people: people.get(activity.id) ?? { placed: 0, headCount: 0, waiting: 0 },
});
