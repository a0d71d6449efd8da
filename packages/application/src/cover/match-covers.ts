import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import { expire, giveUp } from "@yigong/core/cover/answer.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import type { Coverer, Interval } from "@yigong/core/cover/fitness.ts";
import { coverersOf, eligible, joined } from "@yigong/core/cover/pool.ts";
import { isSought, planRound, take } from "@yigong/core/cover/round.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf, yearOf } from "@yigong/core/lib/time.ts";
import { deadlineOf, isOver, outcomeOf } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { holders, people, tell } from "../lifecycle/lifecycle-effects.ts";
import { messagesOf, type Words, wordsOf } from "./cover-messages.ts";
import { type CoverDeps, partakers } from "./cover-standing.ts";

const IN_FLIGHT = 8;

/** Who could cover some needs, busy as they are, with their covers of the year. */
export async function poolOf(
  deps: CoverDeps,
  {
    activity,
    needs,
    takingPart,
  }: { activity: Activity; needs: readonly Cover.Info[]; takingPart: ReadonlySet<string> },
): Promise<Coverer[]> {
  const first = needs.map((need) => need.from).sort()[0];
  if (first === undefined) return [];
  const members = eligible(await deps.members.all(), needs, { takingPart, zone: deps.zone });
  const ids = members.map((member) => member.id);
  const [shifts, calendars, coversThisYear] = await Promise.all([
    Promise.all(joined(needs).map((span) => deps.shifts.between(span, deps.zone))),
    deps.covers.calendars(ids, recent),
    deps.coversThisYear(members, yearOf(startOf(activity), deps.zone)),
  ]);
  const covers = new Map<string, readonly Interval[]>();
  for (const [memberId, calendar] of calendars) covers.set(memberId, calendar.entries);
  const once = new Map(shifts.flat().map((shift) => [shift.id, shift]));
  return coverersOf(members, { day: dayOf(first, deps.zone), shifts: [...once.values()], covers, coversThisYear });
}

/** The outbox's wake for the next common round; one however often it is asked for. */
const roundAt = (activityId: string, dueAt: string): Effect => ({
  kind: "cover.round",
  id: `cover.round:${activityId}:${dueAt}`,
  dueAt,
  activityId,
});

/**
 * Runs one round: offers without an answer are over, everything that is sought is matched and offered anew.
 *
 * Safe to run twice and to go on after a crash: each need is written once, if it is unmoved, and the next round is asked
 * for before. Whoever moves a need meanwhile wins.
 * @param at - the round's instant, ISO-8601 UTC
 * @param known - who takes part, when that was just read; who began to a moment ago is refused when they agree
 * @source docs/domain.md A7
 */
export async function coverRound(
  deps: CoverDeps,
  activityId: string,
  at: string,
  known?: ReadonlySet<string>,
): Promise<void> {
  const [activity, lifecycle] = await Promise.all([deps.activities.get(activityId), deps.lifecycles.get(activityId)]);
  if (isOver(lifecycle) || activity.origin !== "alliance") return;
  const needs = await deps.covers.of(activityId);
  const standing = needs.map((need) => expire(need, at));
  const sought = standing.filter((need) => isSought(need, at));
  const moving = sought.length > 0 || standing.some((need, index) => need !== needs[index] || need.status === "open");
  if (!moving) return;
  const takingPart = known ?? (await partakers(deps, activity, recent)).takingPart;
  const coverers = await poolOf(deps, { activity, needs: sought, takingPart });
  const deadline = outcomeOf(lifecycle, "Cover") ? undefined : deadlineOf(lifecycle, "Cover");
  const { steps, nextAt } = planRound(needs, coverers, { at, zone: deps.zone, deadline });
  if (nextAt !== undefined) await deps.covers.schedule([roundAt(activityId, nextAt)], at);
  const asked = [...steps.values()].flatMap((step) => (step.kind === "offer" ? [step.memberId] : []));
  const words = await wordsOf(
    deps,
    needs.filter((need) => steps.has(need.id)),
    asked,
  );
  const moves = needs.flatMap((before) => {
    const step = steps.get(before.id);
    return step ? [{ before, after: take(before, step, at) }] : [];
  });
  await writeMoves(deps, { activity, needs, moves, words, at });
  deps.wake();
}

/** A need as it was seen and as it is to be. */
export interface Move {
  before: Cover.Info;
  after: Cover.Info;
}

/**
 * Writes what becomes of needs, each if it is unmoved, and tells the people.
 *
 * The last need that becomes unfilled carries the message about all of them, so that it is told once.
 */
export async function writeMoves(
  deps: CoverDeps,
  all: { activity: Activity; needs: readonly Cover.Info[]; moves: readonly Move[]; words: Words; at: string },
): Promise<void> {
  const { activity, needs, moves, words, at } = all;
  const newlyUnfilled = moves.filter(({ after }) => after.status === "unfilled");
  const last = newlyUnfilled.at(-1);
  const moved = new Map(moves.map(({ before, after }) => [before.id, after]));
  const unfilled = needs.filter((need) => (moved.get(need.id) ?? need).status === "unfilled").length;
  const write = ({ before, after }: Move, extra: readonly Effect[] = []) =>
    deps.covers.change({ activityId: activity.id, needId: before.id }, at, (need) => {
      if (need.version !== before.version) return { item: need };
      return { item: after, effects: [...messagesOf(activity, { before, after, at }, words), ...extra] };
    });
  await inParallel(
    moves.filter((move) => move !== last),
    IN_FLIGHT,
    (move) => write(move),
  );
  if (last) await write(last, unfilledEffects(activity, { last: last.before, unfilled, at }));
}

function unfilledEffects(
  activity: Activity,
  { last, unfilled, at }: { last: Cover.Info; unfilled: number; at: string },
): Effect[] {
  const params = { startsAt: startOf(activity), open: String(unfilled) };
  const cause = `${last.id}:${last.version + 1}`;
  const say = (to: Parameters<typeof tell>[0]["to"], who: string) =>
    tell({ activity, template: "cover.unfilled", to, dueAt: at, cause: `${cause}:${who}` }, params);
  return [say(holders("alliance"), "alliance"), say(people(activity, "organizer"), "organizer")];
}

/** At the stage's deadline: what nobody agreed to is unfilled and told; who agreed may still be confirmed. Safe to run twice. */
export async function closeCovers(deps: CoverDeps, activity: Activity, at: string): Promise<void> {
  const needs = await deps.covers.of(activity.id);
  const moves = needs.flatMap((before) => {
    const after = giveUp(expire(before, at), { reason: "deadline", at });
    return after === before ? [] : [{ before, after }];
  });
  if (moves.length === 0) return;
  const words = await wordsOf(
    deps,
    moves.map(({ before }) => before),
  );
  await writeMoves(deps, { activity, needs, moves, words, at });
  deps.wake();
}
