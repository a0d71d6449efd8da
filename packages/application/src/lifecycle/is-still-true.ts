import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";

/** Whether a reminder that was planned ahead still holds: its stage is open and its date has not moved. */
export async function isStillTrue(
  { lifecycles, activities }: { lifecycles: Pick<Lifecycles, "get">; activities: Pick<Activities, "get"> },
  effect: Pick<EffectOf<"message.send">, "activityId" | "only">,
): Promise<boolean> {
  const { activityId, only } = effect;
  if (activityId === undefined || only === undefined) return true;
  const row = await lifecycles.get(activityId);
  if (Lifecycle.isOver(row)) return false;
  const stage = only.stageOpen === undefined ? undefined : Lifecycle.Stage.parse(only.stageOpen);
  if (stage && (Lifecycle.stageOf(row) !== stage || Lifecycle.outcomeOf(row, stage))) return false;
  if (only.session) {
    const { id, startsAt } = only.session;
    const { sessions } = await activities.get(activityId);
    return sessions.some((one) => one.id === id && one.startsAt === startsAt && one.cancelled === undefined);
  }
  if (only.planned === undefined) return true;
  if (stage) return dueOf(row, stage) === only.planned;
  return Lifecycle.STAGES.some((one) => dueOf(row, one) === only.planned);
}

const dueOf = (row: Lifecycle.Info, stage: Lifecycle.Stage): string | undefined =>
  stage === "Archive" ? row.archiveDueAt : Lifecycle.deadlineOf(row, stage);
