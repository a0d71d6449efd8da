import { plusHours } from "@yigong/core/lib/time.ts";
import { Message } from "@yigong/core/message/index.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { isStillTrue } from "../lifecycle/is-still-true.ts";

type Deps = Parameters<typeof isStillTrue>[0] & { now: () => string };
type Said = Pick<EffectOf<"message.send">, "template" | "activityId" | "only"> & { dueAt: string };

/** What goes out later than this after it fell due has waited: for a channel, or for the end of the night. */
const PROMPT_HOURS = 0.1;

/**
 * Whether a message makes sense at the moment at which it goes out: a reminder by its stage and date, and what asks for
 * something and had to wait also by its activity, which may be cancelled by now.
 */
export async function stillMakesSense(deps: Deps, { template, activityId, only, dueAt }: Said): Promise<boolean> {
  if (!(await isStillTrue(deps, { ...(activityId === undefined ? {} : { activityId }), ...(only ? { only } : {}) })))
    return false;
  const hasWaited = plusHours(dueAt, PROMPT_HOURS) < deps.now();
  if (activityId === undefined || !hasWaited || Message.usualKindOf(template) !== "ask") return true;
  return (await deps.lifecycles.get(activityId)).status !== "cancelled";
}
