import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Audience, Effect } from "@yigong/core/outbox/outbox.ts";

/** Tells a waiting execution to look at the rows. Content-free: what it is told is judged when it is sent. */
export const nudge = (lifecycle: Lifecycle, at: string): Effect => ({
  kind: "lifecycle.nudge",
  id: `nudge:${lifecycle.activityId}:${lifecycle.version + 1}`,
  dueAt: at,
  activityId: lifecycle.activityId,
});

/** Starts the execution of the lifecycle's generation at its stage; the exact input is kept, so that a second try is the same start. */
export const start = (lifecycle: Lifecycle, stage: string, at: string): Effect => {
  const { activityId, generation, plan } = lifecycle;
  return {
    kind: "execution.start",
    id: `start:${activityId}:${generation}`,
    dueAt: at,
    activityId,
    generation,
    input: JSON.stringify({ activityId, generation, stage, plan }),
  };
};

/** A message about an activity; `cause` makes it one message however often it is written. */
export const tell = (
  {
    activity,
    template,
    to,
    dueAt,
    cause,
  }: { activity: Activity; template: string; to: Audience; dueAt: string; cause: string },
  params: Record<string, string> = {},
): Extract<Effect, { kind: "message.send" }> => ({
  kind: "message.send",
  id: `message:${activity.id}:${template}:${cause}`,
  dueAt,
  template,
  to,
  activityId: activity.id,
  params: { title: activity.title, place: activity.place, ...params },
});

/** People of an activity, as they are when the message is sent. */
export const people = (activity: Activity, who: Extract<Audience, { kind: "activity" }>["who"]): Audience => ({
  kind: "activity",
  activityId: activity.id,
  who,
});

export const holders = (role: string): Audience => ({ kind: "role", role });
