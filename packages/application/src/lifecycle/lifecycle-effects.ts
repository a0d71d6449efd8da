import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { correlation } from "@yigong/core/lib/correlation.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { Audience, Effect, EffectOf } from "@yigong/core/outbox/outbox.ts";

/** Tells a waiting execution to look at the rows. Content-free: the answer is computed when it is sent. */
export const nudge = (lifecycle: Lifecycle, at: string): Effect => ({
  kind: "lifecycle.nudge",
  id: `nudge:${lifecycle.activityId}:${lifecycle.version + 1}`,
  dueAt: at,
  activityId: lifecycle.activityId,
});

/**
 * Starts the execution of the lifecycle's generation at its stage; the exact input is kept, so that a second try is the
 * same start. It carries the correlation of the cause.
 */
export const start = (lifecycle: Lifecycle, stage: string, at: string): Effect => {
  const { activityId, generation, plan } = lifecycle;
  return {
    kind: "execution.start",
    id: `start:${activityId}:${generation}`,
    dueAt: at,
    activityId,
    generation,
    input: JSON.stringify({ activityId, generation, stage, plan, correlation: correlation() }),
  };
};

interface Telling<T extends Message.Template> {
  activity: Activity;
  template: T;
  to: Audience;
  dueAt: string;
  /** Part of the id, which makes the message idempotent. */
  cause: string;
}

/** A message about an activity, which says its title by itself. */
export const tell = <T extends Message.Template>(
  { activity, template, to, dueAt, cause, page }: Telling<T> & Message.PageOf<T>,
  params: Omit<Message.Params<T>, "title">,
): EffectOf<"message.send"> =>
  Message.tell({
    template,
    params: { title: activity.title, ...params } as Message.Params<T>,
    to,
    dueAt,
    cause: `${activity.id}.${cause}`,
    activityId: activity.id,
    page,
  } as Message.Telling<T> & Message.PageOf<T>);

/** People of an activity, as they are when the message is sent. */
export const people = (activity: Activity, who: Extract<Audience, { kind: "activity" }>["who"]): Audience => ({
  kind: "activity",
  activityId: activity.id,
  who,
});

export const holders = (role: string): Audience => ({ kind: "role", role });
