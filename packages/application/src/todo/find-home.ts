import { endOf, startOf } from "@yigong/core/activity/activity.ts";
import { yearOf } from "@yigong/core/lib/time.ts";
import { isOver } from "@yigong/core/lifecycle/lifecycle.ts";
import { nextOf, type Task } from "@yigong/core/todo/todo.ts";
import { standInYear, type YearStanding } from "../points/stand-in-year.ts";
import { findTasks } from "./list-tasks.ts";
import type { Asking } from "./read-surroundings.ts";
import type { Outlook } from "./sign-up-outlook.ts";
import type { HomeDeps } from "./todo-stores.ts";

/** What somebody sees first. */
export interface Home {
  next?: Task | undefined;
  todo: number;
  points: YearStanding;
  activities: Outlook[];
}

const SHOWN = 20;

/** Mine before others, then what closes or begins first. */
const inOrder = (a: Outlook, b: Outlook): number => {
  const [own, other] = [Number(isMine(b)) - Number(isMine(a)), placeOf(a) < placeOf(b) ? -1 : 1];
  return own || other;
};
const placeOf = ({ activity }: Outlook): string => `${startOf(activity)} ${activity.id}`;

/** Whether somebody has a place or waits for one. */
export const isMine = ({ places }: Outlook): boolean =>
  places.some(({ state }) => state === "placed" || state === "waiting" || state === "offered");

/** All that a person's home shows, at once. */
export async function findHome(deps: HomeDeps, asking: Asking): Promise<Home> {
  const year = yearOf(asking.at, deps.zone);
  const [{ tasks, outlooks }, points] = await Promise.all([
    findTasks(deps, asking),
    standInYear(deps, asking.member, { year, at: asking.at }),
  ]);
  const shown = outlooks.filter(({ activity, lifecycle }) => !isOver(lifecycle) && endOf(activity) > asking.at);
  return {
    next: nextOf(tasks),
    todo: tasks.length,
    points,
    activities: shown.toSorted(inOrder).slice(0, SHOWN),
  };
}
