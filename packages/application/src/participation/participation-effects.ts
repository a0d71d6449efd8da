import { type Info as Activity, positionOf, startOf } from "@yigong/core/activity/activity.ts";
import { chunksOf } from "@yigong/core/lib/parallel.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { type PageOf, type Params, type Telling, tell } from "@yigong/core/message/message.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Info, Offered, Withdrawn } from "@yigong/core/participation/participation.ts";
import type { Moved } from "@yigong/core/participation/vacate.store.ts";

const TOLD_AT_ONCE = 100;

/** How messages name a place. */
export const wordsOf = (activity: Activity, positionId: string) => {
  const found = positionOf(activity, positionId);
  const { title, place } = activity;
  return { title, place, position: found?.position.name ?? "", startsAt: found?.session.startsAt ?? "" };
};

/** The cause of a message: a new sign-up has another number, and therefore another cause. */
export const causeOf = ({ activityId, memberId, sessionId, number }: Info | Withdrawn): string =>
  `${activityId}.${sessionId}.${memberId}.${number}`;

/** Asks whoever is next for their answer, and ends the offer when its time is over. */
function offeredTold(activity: Activity, row: Offered, at: string): Effect[] {
  const { id: activityId } = activity;
  const { memberId, sessionId, expiresAt } = row;
  const cause = `${causeOf(row)}.${expiresAt}`;
  const asked = tell({
    template: "participation.offered",
    params: { ...wordsOf(activity, row.positionId), expiresAt },
    to: { kind: "members", memberIds: [memberId] },
    page: PAGE.offer(activityId, sessionId),
    cause,
    dueAt: at,
    activityId,
  });
  const id = `offer:${cause}`;
  return [asked, { kind: "participation.offerEnds", id, dueAt: expiresAt, activityId, memberId, sessionId, expiresAt }];
}

/** Tells all who wait that the first of them has the place. */
const openTold = (activity: Activity, { place, memberIds }: Moved["opened"][number], at: string): Effect[] =>
  chunksOf(memberIds, TOLD_AT_ONCE).map((chunk, part) =>
    tell({
      template: "participation.placeOpen",
      params: wordsOf(activity, place.positionId),
      to: { kind: "members", memberIds: chunk },
      page: PAGE.offer(activity.id, place.sessionId),
      cause: `${activity.id}.${place.positionId}.${place.number}.${at}.${part}`,
      dueAt: at,
      activityId: activity.id,
    }),
  );

/** What follows when a place goes on to whoever waits. */
export const effectsOfSuccession = (
  activity: Activity,
  { offered, opened }: Pick<Moved, "offered" | "opened">,
  at: string,
): Effect[] => [
  ...offered.flatMap((row) => offeredTold(activity, row, at)),
  ...opened.flatMap((one) => openTold(activity, one, at)),
];

/** Has covers computed anew where there are any. */
export const recompute = (activity: Activity, cause: string, at: string): Effect[] =>
  activity.origin === "alliance"
    ? [{ kind: "activity.follow", id: `recompute:${activity.id}:${cause}`, dueAt: at, activityId: activity.id }]
    : [];

/** The effects of places given up after the allocation: whoever waits is asked, and covers are recomputed. */
export function effectsOfLeaving(activity: Activity, moved: Moved, at: string): Effect[] {
  const [first] = moved.left;
  const asked = effectsOfSuccession(activity, moved, at);
  return first ? [...asked, ...recompute(activity, `left.${causeOf(first)}`, at)] : asked;
}

/** Who runs an activity on the spot: its organizer, and whom they named to check people in. */
const LEADERS = ["organizer", "stewards"] as const;

type ToldToLeaders = "participation.withdrew" | "participation.lateLeave" | "participation.cannotCome";

/** Tells those who run an activity that somebody does not come, once recruiting is over and they count on them. */
export const toldLeaders = <T extends ToldToLeaders>(
  { id, title }: Activity,
  { template, params, cause, at }: { template: T; params: Omit<Params<T>, "title">; cause: string; at: string },
): Effect[] =>
  LEADERS.map((who) => {
    const about = { to: { kind: "activity" as const, activityId: id, who }, dueAt: at, activityId: id };
    const said = { title, ...params } as unknown as Params<T>;
    const telling: Telling<T> = { ...about, template, params: said, cause: `${cause}.${who}` };
    return tell<T>(telling as Telling<T> & PageOf<T>);
  });

/** Tells those who run an activity which places somebody gave up late, and why. */
export const toldWithdrawn = (
  activity: Activity,
  { name, left, reason, at }: { name: string; left: readonly Withdrawn[]; reason: string; at: string },
): Effect[] =>
  left.flatMap((place) => {
    const { position, startsAt } = wordsOf(activity, place.positionId);
    const params = { name, position, startsAt, reason };
    return toldLeaders(activity, { template: "participation.withdrew", params, cause: causeOf(place), at });
  });

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
