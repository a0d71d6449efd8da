import { type Info as Activity, positionOf } from "@yigong/core/activity/activity.ts";
import { NEEDS, type Way } from "@yigong/core/leave/cannot.ts";
import { leaveRefusal } from "@yigong/core/leave/leave.refusals.ts";
import type * as Leave from "@yigong/core/leave/leave.ts";
import { participationRefusal } from "@yigong/core/participation/participation.refusals.ts";
import type { Photos } from "@yigong/core/photo/photo.store.ts";
import type { CoverDeps } from "../cover/cover-stores.ts";
import { nameOf } from "../lib/name-of.ts";
import { type Acting, entryFor, saidOf, toldFor } from "../participation/acting.ts";
import { declineOffer } from "../participation/answer-offer.ts";
import { causeOf, toldLeaders } from "../participation/participation-effects.ts";
import { withdrawFromSession } from "../participation/withdraw-from-session.ts";
import { askLeave } from "./ask-leave.ts";
import { type Cannot, type CannotDeps, findCannot, type Whose } from "./find-cannot.ts";
import { giveCoverBack } from "./give-cover-back.ts";

/** What somebody says who cannot come. */
export interface Saying {
  /** What was shown to them, as it was handed out: what holds now may be another thing. */
  seen: string;
  /** Only this session or this cover; without both, all that there is. */
  sessionId?: string | undefined;
  needId?: string | undefined;
  note?: string | undefined;
  /** For leave. */
  reason?: Leave.Plea["reason"] | undefined;
  evidence?: string | undefined;
  photoIds?: Leave.Plea["photoIds"] | undefined;
}

export type SayDeps = CannotDeps & CoverDeps & { photos: Pick<Photos, "of"> };

interface Doing {
  whose: Whose;
  said: Saying;
  activity: Activity;
  acting: Acting | undefined;
}

/**
 * "I cannot come", as one act at any time: each way that is open now is gone by the use case that it belongs to.
 *
 * @throws `participation.means_changed` when it means something else by now, `participation.nothing_to_say`,
 * `participation.reason_needed`, `leave.reason_missing`, and what withdrawing, leave and covers throw
 * @source docs/domain.md A5–A7
 */
export const sayCannot =
  (deps: SayDeps) =>
  async (whose: Whose, said: Saying, acting?: Acting): Promise<Cannot> => {
    const { activity, ways, seen } = await findCannot(deps, whose);
    if (ways.length === 0) throw participationRefusal("participation.nothing_to_say");
    if (seen !== said.seen) throw participationRefusal("participation.means_changed");
    const isNamed = (way: Way) =>
      (said.sessionId === undefined && said.needId === undefined) ||
      (way.sessionId !== undefined && way.sessionId === said.sessionId) ||
      (way.needId !== undefined && way.needId === said.needId);
    const chosen = ways.filter(isNamed);
    if (chosen.length === 0) throw participationRefusal("participation.nothing_to_say");
    for (const way of chosen) requireWords(way, said);
    for (const way of chosen) await go(deps, way, { whose, said, activity, acting });
    return findCannot(deps, whose);
  };

/** Asked for before anything is written, so that nothing is done by halves. */
function requireWords({ means }: Way, { note, reason }: Saying): void {
  if (NEEDS[means].note && note === undefined) throw participationRefusal("participation.reason_needed/cannot");
  if (NEEDS[means].reason && reason === undefined) throw leaveRefusal("leave.reason_missing");
}

async function go(deps: SayDeps, way: Way, doing: Doing): Promise<unknown> {
  const { whose, said, acting } = doing;
  const { sessionId = "", needId = "" } = way;
  switch (way.means) {
    case "withdraw":
    case "withdrawLate":
      return withdrawFromSession(deps)({ ...whose, sessionId, reason: said.note, acting });
    case "declineOffer":
      return declineOffer(deps)({ ...whose, sessionId, acting });
    case "leave":
    case "lateLeave":
      return askLeave(deps)(whose, pleaOf(said), acting);
    case "tell":
      return tellLeaders(deps, sessionId, doing);
    case "declineCover":
    case "giveCoverBack": {
      const { activityId, memberId, at } = whose;
      return giveCoverBack(deps, { activityId, needId }, { memberId, at, reason: said.note });
    }
  }
}

const pleaOf = ({ note = "", reason = "other", evidence, photoIds }: Saying): Leave.Plea => ({
  reason,
  note,
  ...(evidence === undefined ? {} : { evidence }),
  ...(photoIds === undefined ? {} : { photoIds }),
});

/** Too late for anything else: those who run the activity are told, and the roll shows it. The place stays theirs. */
async function tellLeaders(deps: SayDeps, sessionId: string, { whose, said, activity, acting }: Doing) {
  const { activityId, memberId, at } = whose;
  const note = said.note ?? "";
  const name = (await nameOf(deps, [memberId]))(memberId);
  await deps.participations.noteCannot({
    activityId,
    memberId,
    sessionId,
    cannot: { at, note, ...(acting ? { said: saidOf(acting, at) } : {}) },
    caused: (place) => {
      const position = positionOf(activity, place.positionId)?.position.name ?? "";
      const startsAt = activity.sessions.find(({ id }) => id === sessionId)?.startsAt ?? place.startsAt;
      const params = { name, position, startsAt, reason: note };
      const told = toldLeaders(activity, { template: "participation.cannotCome", params, cause: causeOf(place), at });
      const entry = { action: "participation.cannot", memberId, at, reason: note };
      return acting
        ? {
            effects: [...told, toldFor(activity, acting, { memberId, at, startsAt })],
            audit: [entryFor(deps, activity, acting, entry)],
          }
        : { effects: told };
    },
  });
  deps.wake();
}
