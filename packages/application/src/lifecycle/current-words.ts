import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { startOf } from "@yigong/core/activity/activity.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";

/** The words in which an activity may be told otherwise by the time that a message goes out. */
const CURRENT = ["title", "place"] as const;

/**
 * A message that was written ahead, or that has waited, with the title and place that hold when it is sent.
 *
 * @param waited - whether it was tried before
 */
export async function withCurrentWords(
  { activities }: { activities: Pick<Activities, "find"> },
  effect: EffectOf<"message.send">,
  waited: boolean,
): Promise<EffectOf<"message.send">> {
  const { activityId, only, params } = effect;
  if (activityId === undefined || (only === undefined && !waited)) return effect;
  const activity = await activities.find(activityId);
  if (!activity) return effect;
  const said = CURRENT.filter((name) => params[name] !== undefined).map((name) => [name, activity[name]]);
  // What speaks of the whole activity names its first session; a reminder of one session is judged by its own start.
  const starts = only?.stageOpen !== undefined && params.startsAt !== undefined ? { startsAt: startOf(activity) } : {};
  return { ...effect, params: { ...params, ...Object.fromEntries(said), ...starts } };
}
