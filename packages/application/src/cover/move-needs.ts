import { type Info as Activity, startOf } from "@yigong/core/activity/activity.ts";
import type * as Cover from "@yigong/core/cover/cover.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import type { Effect } from "@yigong/core/outbox/outbox.ts";
import { holders, people, tell } from "../lifecycle/lifecycle-effects.ts";
import { messagesOf } from "./cover-messages.ts";
import { type CoverNames, namesOf } from "./cover-names.ts";
import type { CoverDeps } from "./cover-stores.ts";

const IN_FLIGHT = 8;

/** A need as it was read and as it is to be. */
interface Move {
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
  all: { activity: Activity; needs: readonly Cover.Info[]; moves: readonly Move[]; names: CoverNames; at: string },
): Promise<void> {
  const { activity, needs, moves, names, at } = all;
  const newlyUnfilled = moves.filter(({ after }) => after.status === "unfilled");
  const last = newlyUnfilled.at(-1);
  const moved = new Map(moves.map(({ before, after }) => [before.id, after]));
  const unfilled = needs.filter((need) => (moved.get(need.id) ?? need).status === "unfilled").length;
  const write = ({ before, after }: Move, extra: readonly Effect[] = []) =>
    deps.covers.change({ activityId: activity.id, needId: before.id }, at, (need) => {
      if (need.version !== before.version) return { item: need };
      return { item: after, effects: [...messagesOf(activity, { before, after, at }, names), ...extra] };
    });
  await inParallel(
    moves.filter((move) => move !== last),
    IN_FLIGHT,
    (move) => write(move),
  );
  if (last) await write(last, unfilledEffects(activity, { last: last.before, unfilled, at }));
}

/** Moves every need that a decision changes, each if it is unmoved, and wakes the outbox; nothing to change is no write. */
export async function moveNeeds(
  deps: CoverDeps,
  { activity, needs, at }: { activity: Activity; needs: readonly Cover.Info[]; at: string },
  decide: (need: Cover.Info) => Cover.Info,
): Promise<void> {
  const moves = needs.flatMap((before) => {
    const after = decide(before);
    return after === before ? [] : [{ before, after }];
  });
  if (moves.length === 0) return;
  const names = await namesOf(
    deps,
    moves.map(({ before }) => before),
  );
  await writeMoves(deps, { activity, needs, moves, names, at });
  deps.wake();
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
