import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { lifecycleRefusal } from "@yigong/core/lifecycle/lifecycle.refusals.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import { participationRefusal } from "@yigong/core/participation/participation.refusals.ts";
import type { Info } from "@yigong/core/participation/participation.ts";
import { effectsOfLeaving } from "./participation-effects.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

export interface Withdrawal {
  activityId: string;
  memberId: string;
  sessionId: string;
  /** Asked for once recruitment is over; kept with the record. */
  reason?: string | undefined;
  /** The route's clock, ISO-8601 UTC. */
  at: string;
}

/**
 * Gives a place up: freely until recruitment closes, with a reason until the start; the first who waits moves up.
 *
 * Doing it twice is doing it once. Who is on the duty list asks for late leave instead, once recruitment is over.
 * @throws `participation.missing`, `participation.reason_needed`, `participation.leave_needed`, `participation.too_late`,
 * `lifecycle.cancelled`
 * @source docs/domain.md A6
 */
export const withdrawFromSession =
  (deps: ParticipationDeps) =>
  async ({ activityId, memberId, sessionId, reason, at }: Withdrawal): Promise<Info> => {
    const activity = await deps.activities.get(activityId);
    const row = await rowOf(deps, activity, { memberId, sessionId });
    if (row.state === "withdrawn" || row.state === "released") return row;
    const lifecycle = await deps.lifecycles.get(activityId);
    if (!Lifecycle.isOpen(lifecycle, "Recruit", at)) requireLateWithdrawal({ activity, lifecycle, row, reason, at });
    await deps.participations.vacate({
      activity,
      memberId,
      sessionId,
      leaving: { by: memberId, cause: "own", reason, at },
      effects: (moved) => effectsOfLeaving(activity, moved, at),
    });
    deps.wake();
    return rowOf(deps, activity, { memberId, sessionId });
  };

async function rowOf(
  deps: ParticipationDeps,
  activity: Activity,
  { memberId, sessionId }: { memberId: string; sessionId: string },
): Promise<Info> {
  const own = await deps.participations.ofMember(activity, memberId);
  const row = own.find((one) => one.sessionId === sessionId);
  if (row) return row;
  throw participationRefusal("participation.missing");
}

function requireLateWithdrawal({
  activity,
  lifecycle,
  row,
  reason,
  at,
}: {
  activity: Activity;
  lifecycle: Lifecycle.Info;
  row: Info;
  reason: string | undefined;
  at: string;
}): void {
  if (lifecycle.status === "cancelled") throw lifecycleRefusal("lifecycle.cancelled/withdraw");
  if (at >= startOf(activity)) throw participationRefusal("participation.too_late");
  if (row.duty) throw participationRefusal("participation.leave_needed");
  if (reason === undefined) throw participationRefusal("participation.reason_needed");
}
