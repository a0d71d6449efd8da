import type { Activities } from "@yigong/core/activity/activity.store.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { isOver } from "@yigong/core/lifecycle/lifecycle.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import { effectsOfAllocation } from "../participation/participation-effects.ts";
import { applyChangeEffect } from "./activity-change.ts";

export interface AllocateSessionDeps {
  activities: Pick<Activities, "get">;
  lifecycles: Pick<Lifecycles, "get">;
  participations: Pick<Participations, "allocate">;
  outbox: Pick<OutboxRows, "add">;
}

/**
 * Gives out the places of a session that was added after recruiting, in the order of signing up: it is nobody's duty.
 *
 * Safe to run twice. One that is cancelled, or whose time to sign up was moved, is left alone.
 * @param at - the clock's instant, ISO-8601 UTC
 */
export async function allocateSession(
  deps: AllocateSessionDeps,
  { activityId, sessionId }: Pick<EffectOf<"activity.allocateSession">, "activityId" | "sessionId">,
  at: string,
): Promise<void> {
  const [activity, row] = await Promise.all([deps.activities.get(activityId), deps.lifecycles.get(activityId)]);
  const session = activity.sessions.find(({ id }) => id === sessionId);
  if (isOver(row) || !session?.signUpUntil || session.cancelled || at < session.signUpUntil) return;
  const nobody = { duty: new Set<string>(), attendances: new Map<string, number>() };
  const rows = await deps.participations.allocate({ activity, at, sessionId, ...nobody });
  const own = rows.filter((one) => one.sessionId === sessionId);
  const effects = effectsOfAllocation({ ...activity, sessions: [session] }, own, at);
  await deps.outbox.add([...effects, applyChangeEffect(activityId, `allocated.${sessionId}`, at)], at);
}
