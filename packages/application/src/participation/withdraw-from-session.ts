import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { lifecycleRefusal } from "@yigong/core/lifecycle/lifecycle.refusals.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import { beginsAt } from "@yigong/core/participation/moment.ts";
import { participationRefusal } from "@yigong/core/participation/participation.refusals.ts";
import type { Info } from "@yigong/core/participation/participation.ts";
import { isOpenByItself } from "@yigong/core/participation/sign-up.ts";
import { nameOf } from "../lib/name-of.ts";
import { type Acting, entryFor, saidOf, toldFor } from "./acting.ts";
import { effectsOfLeaving, toldWithdrawn } from "./participation-effects.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

export interface Withdrawal {
  activityId: string;
  memberId: string;
  sessionId: string;
  /** Asked for once recruitment is over; kept with the record. */
  reason?: string | undefined;
  /** Who writes it down for the member, when they do not do it themselves. */
  acting?: Acting | undefined;
  /** The route's clock, ISO-8601 UTC. */
  at: string;
}

/**
 * Gives a place up: freely until recruitment closes, with a reason until the session begins; the first who waits moves up.
 * Once recruitment is over those who run the activity are told.
 *
 * Doing it twice is doing it once. Who is on the duty list asks for late leave instead, once recruitment is over.
 * @throws `participation.missing`, `participation.reason_needed`, `participation.leave_needed`, `participation.too_late`,
 * `lifecycle.cancelled`
 * @source docs/domain.md A6
 */
export const withdrawFromSession =
  (deps: ParticipationDeps) =>
  async (withdrawal: Withdrawal): Promise<Info> => {
    const { activityId, memberId, sessionId, reason, acting, at } = withdrawal;
    const activity = await deps.activities.get(activityId);
    const row = await rowOf(deps, activity, { memberId, sessionId });
    if (row.state === "withdrawn" || row.state === "released") return row;
    const lifecycle = await deps.lifecycles.get(activityId);
    const late = !isStillOpen(activity, { lifecycle, sessionId, at });
    if (late) requireLateWithdrawal({ activity, lifecycle, row, reason, at });
    const name = late ? (await nameOf(deps, [memberId]))(memberId) : "";
    const startsAt = beginsAt(activity, row);
    await deps.participations.vacate({
      activity,
      memberId,
      sessionId,
      leaving: {
        by: acting?.by.actorId ?? memberId,
        cause: "own",
        reason,
        at,
        said: acting && saidOf(acting, at),
      },
      zone: deps.zone,
      effects: (moved) => [
        ...effectsOfLeaving(activity, moved, at),
        ...(late && row.state === "placed"
          ? toldWithdrawn(activity, { name, left: moved.left, reason: reason ?? "", at })
          : []),
        ...(acting ? [toldFor(activity, acting, { memberId, at, startsAt })] : []),
      ],
      audit: acting && [entryFor(deps, activity, acting, { action: "participation.withdraw", memberId, at, reason })],
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

/** Until recruiting ends, or a session of its own time to sign up is allocated, one withdraws as one likes. */
function isStillOpen(
  { sessions }: Activity,
  { lifecycle, sessionId, at }: { lifecycle: Lifecycle.Info; sessionId: string; at: string },
): boolean {
  const session = sessions.find(({ id }) => id === sessionId);
  return (
    Lifecycle.isOpen(lifecycle, "Recruit", at) || (session !== undefined && isOpenByItself(session, lifecycle, at))
  );
}

interface Late {
  activity: Activity;
  lifecycle: Lifecycle.Info;
  row: Info;
  reason: string | undefined;
  at: string;
}

function requireLateWithdrawal({ activity, lifecycle, row, reason, at }: Late): void {
  if (lifecycle.status === "cancelled") throw lifecycleRefusal("lifecycle.cancelled/withdraw");
  if (at >= beginsAt(activity, row)) throw participationRefusal("participation.too_late");
  if (row.duty) throw participationRefusal("participation.leave_needed");
  if (reason === undefined) throw participationRefusal("participation.reason_needed");
}
