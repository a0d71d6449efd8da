import type { Info as Activity, Session } from "@yigong/core/activity/activity.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import { period } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import type { Moved } from "@yigong/core/participation/vacate.store.ts";
import { tell } from "../lifecycle/lifecycle-effects.ts";

const IN_FLIGHT = 8;

interface ClearDeps {
  participations: Pick<Participations, "of" | "vacate" | "closeSession">;
  zone: string;
}

/** Told in the transaction that ends the place, so everybody who had one is told, once. */
const toldLeft = (activity: Activity, session: Session, { left }: Moved, at: string): Effect[] =>
  left.map(({ memberId, number }) =>
    tell(
      {
        activity,
        template: "activity.sessionCancelled",
        to: { kind: "members", memberIds: [memberId] },
        dueAt: at,
        cause: `${session.id}.${memberId}.${number}`,
      },
      {
        number: String(activity.sessions.indexOf(session) + 1),
        sessionPeriod: period(session.startsAt, session.endsAt),
        reason: session.cancelled?.reason ?? "",
      },
    ),
  );

/** Ends the places in sessions that are cancelled, after closing their lines, so that nobody slips in. Safe to run twice. */
export async function clearCancelledSessions(
  { participations, zone }: ClearDeps,
  activity: Activity,
  at: string,
): Promise<void> {
  const sessions = activity.sessions.filter(({ cancelled }) => cancelled !== undefined);
  if (sessions.length === 0) return;
  for (const session of sessions) await participations.closeSession(activity.id, session, at);
  const rows = (await participations.of(activity)).filter(isActive);
  for (const session of sessions) {
    const by = session.cancelled?.by ?? "system";
    const own = rows.filter(({ sessionId }) => sessionId === session.id);
    await inParallel(own, IN_FLIGHT, async ({ memberId }) => {
      await participations.vacate({
        activity,
        memberId,
        sessionId: session.id,
        zone,
        leaving: { by, cause: "sessionCancelled", reason: session.cancelled?.reason, at },
        effects: (moved) => toldLeft(activity, session, moved, at),
      });
    });
  }
}
