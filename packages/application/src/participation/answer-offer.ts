import { positionOf } from "@yigong/core/activity/activity.ts";
import { turning } from "@yigong/core/card/turning.ts";
import { lifecycleRefusal } from "@yigong/core/lifecycle/lifecycle.refusals.ts";
import { tell } from "@yigong/core/message/message.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { refuseAll } from "@yigong/core/participation/fault.ts";
import { beginsAt } from "@yigong/core/participation/moment.ts";
import { participationRefusal } from "@yigong/core/participation/participation.refusals.ts";
import type { Info, Placed } from "@yigong/core/participation/participation.ts";
import { walkInFaultsOf } from "@yigong/core/participation/sign-up.ts";
import { type Acting, entryFor, saidOf, toldFor } from "./acting.ts";
import { findApplicant } from "./find-applicant.ts";
import { causeOf, effectsOfLeaving, effectsOfSuccession, recompute, wordsOf } from "./participation-effects.ts";
import type { ParticipationDeps } from "./participation-stores.ts";

interface Answer {
  activityId: string;
  memberId: string;
  sessionId: string;
  /** The route's clock, ISO-8601 UTC. */
  at: string;
  /** Who writes it down for the member, when they do not do it themselves. */
  acting?: Acting | undefined;
}

/** Whoever was offered the place may have a card of it. */
const turned = (row: Parameters<typeof causeOf>[0], at: string) =>
  turning({ activityId: row.activityId, subjectId: row.sessionId }, `${row.memberId}.${row.number}.${at}`, at);

/**
 * Takes a place that came free: the one that is offered to the member, or one that is open to all who wait. Twice is once.
 * Covers are recomputed by it, not by the offer.
 *
 * @throws `participation.not_offered`, `participation.offer_expired`, `participation.offer_taken`, `participation.too_late`,
 * `lifecycle.cancelled`, and all reasons at once why they cannot serve then (see `participation/sign-up.ts`)
 * @source docs/domain.md A7, Decision, offers
 */
export const acceptOffer =
  (deps: ParticipationDeps) =>
  async ({ activityId, memberId, sessionId, at, acting }: Answer): Promise<Placed> => {
    const applicant = await findApplicant(deps, { activityId, memberId, at });
    const { activity, lifecycle } = applicant;
    if (lifecycle.status === "cancelled") throw lifecycleRefusal("lifecycle.cancelled/withdraw");
    const own = (await deps.participations.ofMember(activity, memberId)).find((row) => row.sessionId === sessionId);
    const choice = own && positionOf(activity, own.positionId);
    if (!own || !choice) throw participationRefusal("participation.not_offered");
    const [first, ...rest] = own.state === "placed" ? [] : walkInFaultsOf(applicant, choice);
    if (first) throw refuseAll([first, ...rest], deps.zone);
    const startsAt = beginsAt(activity, own);
    const place = await deps.participations.takeOffered({
      activity,
      memberId,
      sessionId,
      at,
      caused: (taken) => ({
        effects: [
          ...recompute(activity, `taken.${causeOf(taken)}`, at),
          turned(taken, at),
          ...(acting ? [toldFor(activity, acting, { memberId, at, startsAt })] : []),
        ],
        audit: acting ? [entryFor(deps, activity, acting, { action: "participation.acceptOffer", memberId, at })] : [],
      }),
    });
    deps.wake();
    return place;
  };

/**
 * Says no to a place that is offered; the next in line is asked at once, and nothing is held against anybody. Who declines
 * waits no more. Twice is once.
 *
 * @throws `participation.not_offered`
 */
export const declineOffer =
  (deps: ParticipationDeps) =>
  async ({ activityId, memberId, sessionId, at, acting }: Answer): Promise<Info> => {
    const activity = await deps.activities.get(activityId);
    const find = async () =>
      (await deps.participations.ofMember(activity, memberId)).find((row) => row.sessionId === sessionId);
    const own = await find();
    if (own?.state === "withdrawn") return own;
    if (own?.state !== "offered") throw participationRefusal("participation.not_offered");
    const startsAt = beginsAt(activity, own);
    await deps.participations.vacate({
      activity,
      memberId,
      sessionId,
      leaving: { by: acting?.by.actorId ?? memberId, cause: "own", at, said: acting && saidOf(acting, at) },
      zone: deps.zone,
      effects: (moved) => [
        ...effectsOfLeaving(activity, moved, at),
        ...(acting ? [toldFor(activity, acting, { memberId, at, startsAt })] : []),
        turned(own, at),
      ],
      audit: acting && [entryFor(deps, activity, acting, { action: "participation.declineOffer", memberId, at })],
    });
    deps.wake();
    return (await find()) ?? own;
  };

/** Ends an offer that nobody answered, as the rows have it; the member is told, and the next is asked. Safe to run twice. */
export async function endOffer(
  deps: Pick<ParticipationDeps, "activities" | "lifecycles" | "participations" | "zone">,
  { activityId, memberId, sessionId, expiresAt }: EffectOf<"participation.offerEnds">,
  at: string,
): Promise<void> {
  const [activity, lifecycle] = await Promise.all([deps.activities.get(activityId), deps.lifecycles.get(activityId)]);
  if (lifecycle.status === "cancelled") return;
  await deps.participations.lapseOffer({
    activity,
    memberId,
    sessionId,
    expiresAt,
    at,
    zone: deps.zone,
    caused: (row, next) => {
      const { title, position, startsAt } = wordsOf(activity, row.positionId);
      const told = tell({
        template: "participation.offerLapsed",
        params: { title, position, startsAt },
        to: { kind: "members", memberIds: [memberId] },
        cause: `${causeOf(row)}.${expiresAt}`,
        dueAt: at,
        activityId,
      });
      // Whoever waits is told that the place is open to all, the member among them: one message is enough.
      const others = effectsOfSuccession(activity, next, at);
      return { effects: [...(next.opened.length > 0 ? [] : [told]), ...others, turned(row, at)] };
    },
  });
}
