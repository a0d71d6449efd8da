import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { type Info as Activity, heldSessions } from "@yigong/core/activity/activity.ts";
import type { Classes } from "@yigong/core/class/class.store.ts";
import type { Covers } from "@yigong/core/cover/cover.store.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { overlaps } from "@yigong/core/lib/time.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import { isOver } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { period } from "@yigong/core/message/message.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import type { Participations } from "@yigong/core/participation/participation.store.ts";
import { isActive } from "@yigong/core/participation/participation.ts";
import { people, tell } from "../lifecycle/lifecycle-effects.ts";

export interface ClashDeps {
  activities: Pick<Activities, "get">;
  lifecycles: Pick<Lifecycles, "get">;
  participations: Pick<Participations, "of" | "heldAfter">;
  classes: Pick<Classes, "getMany">;
  /** Seats in classes. */
  enrolments: Pick<Participations, "heldAfter">;
  covers: Pick<Covers, "calendars">;
  members: Pick<Members, "getMany">;
  outbox: Pick<OutboxRows, "add">;
}

const IN_FLIGHT = 8;
/** So many names fit into a message. */
const NAMED = 5;

interface Span {
  from: string;
  to: string;
}
/** Two things that one person is to do at the same time. `otherId`: another activity or a class; without it, a cover at work. */
interface Clash {
  memberId: string;
  own: Span;
  other: Span;
  otherId?: string;
}

const firstOf = (own: readonly Span[], others: readonly (Span & { otherId?: string })[]) =>
  own.flatMap((mine) => others.filter((other) => overlaps(mine, other)).map((other) => ({ own: mine, other })))[0];

/** What else somebody has agreed to while a session that they have a place in, or wait for, goes on. */
async function clashOf(deps: ClashDeps, activity: Activity, mine: Mine, at: string): Promise<Clash | undefined> {
  const { memberId, sessionIds } = mine;
  const spans = heldSessions(activity).map(({ id, startsAt: from, endsAt: to }) => ({ id: id as string, from, to }));
  const own = spans.filter(({ id }) => sessionIds.has(id));
  const held = (await deps.participations.heldAfter(memberId, at)).filter((one) => one.activityId !== activity.id);
  const elsewhere = held.map(({ activityId, startsAt: from, endsAt: to }) => ({ otherId: activityId, from, to }));
  const seats = (await deps.enrolments.heldAfter(memberId, at)).map(({ activityId, startsAt: from, endsAt: to }) => ({
    ...{ otherId: activityId, from, to },
  }));
  const calendar = (await deps.covers.calendars([memberId], recent)).get(memberId);
  const covers = (calendar?.entries ?? []).map(({ from, to }) => ({ from, to }));
  const alive: (Span & { otherId?: string })[] = [];
  for (const one of elsewhere.filter((other) => own.some((span) => overlaps(span, other))))
    if ((await deps.lifecycles.get(one.otherId)).status !== "cancelled") alive.push(one);
  const found = firstOf(own, [...alive, ...seats, ...covers]);
  if (!found) {
    const twice = own.flatMap((one, index) =>
      own
        .slice(index + 1)
        .filter((two) => overlaps(one, two))
        .map((two) => [one, two] as const),
    )[0];
    return twice && { memberId, own: twice[0], other: twice[1], otherId: activity.id };
  }
  const { otherId } = found.other;
  return { memberId, own: found.own, other: found.other, ...(otherId === undefined ? {} : { otherId }) };
}

interface Mine {
  memberId: string;
  sessionIds: ReadonlySet<string>;
}

async function toldPerson(deps: ClashDeps, activity: Activity, clash: Clash, at: string): Promise<Effect> {
  const { memberId, own, other, otherId } = clash;
  const to = { kind: "members" as const, memberIds: [memberId] };
  const about = { activity, to, dueAt: at, cause: `${activity.version}.${memberId}` };
  const times = { ownPeriod: period(own.from, own.to), otherPeriod: period(other.from, other.to) };
  if (otherId === undefined) return tell({ ...about, template: "activity.coverClash" }, times);
  return tell({ ...about, template: "activity.clash" }, { ...times, other: await titleOf(deps, otherId) });
}

const CLASS = "cls_";

async function titleOf(deps: ClashDeps, otherId: string): Promise<string> {
  if (!otherId.startsWith(CLASS)) return (await deps.activities.get(otherId, recent)).title;
  const [one] = await deps.classes.getMany([otherId]);
  return one?.course.title ?? "";
}

/**
 * Tells those whom a moved activity puts in two places at once, and its organizer, whom it concerns.
 *
 * Nobody loses a place by it: they decide, or the organizer does. Safe to run twice.
 * @param at - the clock's instant, ISO-8601 UTC
 * @source docs/domain.md "Decisions, times"
 */
export async function tellClashes(deps: ClashDeps, activityId: string, at: string): Promise<void> {
  const [activity, row] = await Promise.all([deps.activities.get(activityId), deps.lifecycles.get(activityId)]);
  if (isOver(row)) return;
  const places = Map.groupBy((await deps.participations.of(activity)).filter(isActive), (one) => one.memberId);
  const everybody = [...places].map(([memberId, own]) => ({
    memberId,
    sessionIds: new Set(own.map(({ sessionId }) => sessionId)),
  }));
  const found = await mapInParallel(everybody, IN_FLIGHT, (mine) => clashOf(deps, activity, mine, at));
  const clashes = found.filter((clash) => clash !== undefined);
  if (clashes.length === 0) return;
  const ids = clashes.slice(0, NAMED).map(({ memberId }) => memberId);
  const names = (await deps.members.getMany(ids, recent)).map(({ name }) => name).join("、");
  const organizer = tell(
    {
      activity,
      template: "activity.clashes",
      to: people(activity, "organizer"),
      dueAt: at,
      cause: `${activity.version}`,
    },
    { people: String(clashes.length), names },
  );
  const persons = await mapInParallel(clashes, IN_FLIGHT, (clash) => toldPerson(deps, activity, clash, at));
  await deps.outbox.add([...persons, organizer], at);
}
