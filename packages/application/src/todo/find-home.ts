import { endOf, startOf } from "@yigong/core/activity/activity.ts";
import { personOf } from "@yigong/core/award/roster.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import { isOver } from "@yigong/core/lifecycle/lifecycle.ts";
import { GENESIS } from "@yigong/core/points/canonical.ts";
import { exceeds, type Progress, progressOf, reaches } from "@yigong/core/points/progress.ts";
import { ruleSetAt, ruleSetOfYear } from "@yigong/core/points/rules.ts";
import { type Way, waysTo } from "@yigong/core/points/way.ts";
import { nextOf, type Task } from "@yigong/core/todo/todo.ts";
import { findTasks } from "./list-tasks.ts";
import type { Asking } from "./read-surroundings.ts";
import type { Outlook } from "./sign-up-outlook.ts";
import type { HomeDeps } from "./todo-stores.ts";

/** A year's points against its lines, with what would change it; points in 0.01. */
export interface OwnPoints extends Progress {
  year: number;
  points: number;
  /** What is enough for the floor, and for the preference. */
  ways: { floor: Way[]; preference: Way[] };
}

/** What somebody sees first. */
export interface Home {
  next?: Task | undefined;
  todo: number;
  points: OwnPoints;
  activities: Outlook[];
}

const SHOWN = 20;

/** One's own points of the running year, and the smallest change that would be enough. @source docs/domain.md I2–I5 */
export async function ownPoints(deps: HomeDeps, { member, at }: Asking): Promise<OwnPoints> {
  const year = yearOf(at, deps.zone);
  const [balances, sets] = await Promise.all([deps.ledger.balances([member.pseudonym], year), deps.ruleSets.adopted()]);
  const points = balances.get(member.pseudonym)?.points ?? 0;
  const { status, volunteer } = personOf(member, year, { entries: 0, head: GENESIS });
  const lines = ruleSetOfYear(year, sets, deps.zone);
  const progress = progressOf(points, { partyMember: status === "partyMember", volunteer }, lines);
  const { floor, preference } = progress;
  // What comes is scored by the rules of then; the lines are those of the year.
  const scoring = ruleSetAt(at, sets);
  return {
    ...progress,
    year,
    points,
    ways: {
      floor: floor ? waysTo(points, (sum) => reaches(sum, floor.points), scoring) : [],
      preference: waysTo(points, (sum) => exceeds(sum, preference.line), scoring),
    },
  };
}

/** Mine before others, then what closes or begins first. */
const inOrder = (a: Outlook, b: Outlook): number => {
  const [own, other] = [Number(isMine(b)) - Number(isMine(a)), placeOf(a) < placeOf(b) ? -1 : 1];
  return own || other;
};
const placeOf = ({ activity }: Outlook): string => `${startOf(activity)} ${activity.id}`;

/** Whether somebody has a place or waits for one. */
export const isMine = ({ places }: Outlook): boolean =>
  places.some(({ state }) => state === "placed" || state === "waiting");

/** All that a person's home shows, at once. */
export async function findHome(deps: HomeDeps, asking: Asking): Promise<Home> {
  const [{ tasks, outlooks }, points] = await Promise.all([findTasks(deps, asking), ownPoints(deps, asking)]);
  const shown = outlooks.filter(({ activity, lifecycle }) => !isOver(lifecycle) && endOf(activity) > asking.at);
  return {
    next: nextOf(tasks),
    todo: tasks.length,
    points,
    activities: shown.toSorted(inOrder).slice(0, SHOWN),
  };
}
