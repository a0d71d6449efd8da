import { type Info as Activity, positionOf, startOf } from "@yigong/core/activity/activity.ts";
import { chunksOf } from "@yigong/core/lib/parallel.ts";
import { tell } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Info, Withdrawn } from "@yigong/core/participation/participation.ts";
import type { Moved } from "@yigong/core/participation/vacate.store.ts";

const TOLD_AT_ONCE = 100;

/** How messages name a place. */
export const wordsOf = (activity: Activity, positionId: string) => {
  const found = positionOf(activity, positionId);
  const { title, place } = activity;
  return { title, place, position: found?.position.name ?? "", startsAt: found?.session.startsAt ?? "" };
};

/** The cause of a message: a new sign-up has another number, and therefore another cause. */
const causeOf = ({ activityId, memberId, sessionId, number }: Info | Withdrawn): string =>
  `${activityId}.${sessionId}.${memberId}.${number}`;

/** Who moves up is told; who lost the place once and gets it again is told again. */
export const promotedTold = (activity: Activity, place: Info, at: string): Effect =>
  tell({
    template: "participation.promoted",
    params: wordsOf(activity, place.positionId),
    to: { kind: "members", memberIds: [place.memberId] },
    cause: place.displacedAt === undefined ? causeOf(place) : `${causeOf(place)}.${place.displacedAt}`,
    dueAt: at,
    activityId: activity.id,
  });

/** The effects of places given up after the allocation: promoted members are told, and covers are recomputed. */
export function effectsOfLeaving(activity: Activity, { left, promoted }: Moved, at: string): Effect[] {
  const told = promoted.map((place) => promotedTold(activity, place, at));
  const [first] = left;
  if (activity.origin !== "alliance" || !first) return told;
  const id = `recompute:${activity.id}:left.${causeOf(first)}`;
  return [...told, { kind: "activity.follow", id, dueAt: at, activityId: activity.id }];
}

/** What people are told once the places are given out; each is one message, however often it is written. */
export function effectsOfAllocation(activity: Activity, rows: readonly Info[], at: string): Effect[] {
  const common = { dueAt: at, activityId: activity.id };
  const inState = (state: Info["state"], positionId: string) =>
    rows.filter((row) => row.state === state && row.positionId === positionId).sort((a, b) => a.number - b.number);
  const positions = activity.sessions.flatMap((session) => session.positions);
  const perPosition = positions.flatMap(({ id }): Effect[] => {
    const words = wordsOf(activity, id);
    const { place: _, ...waitingWords } = words;
    const placed = chunksOf(inState("placed", id), TOLD_AT_ONCE).map((chunk, part) =>
      tell({
        ...common,
        template: "participation.placed",
        params: words,
        to: { kind: "members", memberIds: chunk.map((row) => row.memberId) },
        cause: `${activity.id}.${id}.${part}`,
      }),
    );
    const waiting = inState("waiting", id).map((row, before) =>
      tell({
        ...common,
        template: "participation.waiting",
        params: { ...waitingWords, number: String(before + 1) },
        to: { kind: "members", memberIds: [row.memberId] },
        cause: causeOf(row),
      }),
    );
    return [...placed, ...waiting];
  });
  return rows.some((row) => row.state === "released") ? [...perPosition, releasedOf(activity, common)] : perPosition;
}

const releasedOf = (activity: Activity, common: { dueAt: string; activityId: string }): Effect => {
  const startsAt = startOf(activity);
  return tell({
    ...common,
    template: "participation.released",
    params: { title: activity.title, startsAt },
    to: { kind: "activity", activityId: activity.id, who: "released" },
    cause: activity.id,
  });
};
