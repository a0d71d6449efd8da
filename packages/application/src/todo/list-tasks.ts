import { endOf } from "@yigong/core/activity/activity.ts";
import { inDueOrder, type Task } from "@yigong/core/todo/todo.ts";
import { accountRequests } from "./account-requests.ts";
import { adviceTasks } from "./advice-tasks.ts";
import { appealTasks } from "./appeal-tasks.ts";
import { approvalTasks } from "./approval-tasks.ts";
import { awardTasks } from "./award-tasks.ts";
import { coverConfirmations } from "./cover-confirmations.ts";
import { growthTasks } from "./growth-tasks.ts";
import { happinessTasks } from "./happiness-tasks.ts";
import { helperTasks } from "./helper-tasks.ts";
import { leadTasks } from "./lead-tasks.ts";
import { moneyTasks } from "./money-tasks.ts";
import { ownTasks } from "./own-tasks.ts";
import { type Asking, readSurroundings, type Surroundings } from "./read-surroundings.ts";
import { serviceTasks } from "./service-tasks.ts";
import { type Outlook, outlooksOf } from "./sign-up-outlook.ts";
import type { TodoDeps } from "./todo-stores.ts";

/** Activities that recruit and are shown, the next ones first. */
const SHOWN = 20;

/** The activities that concern a person: those that recruit, and those in which they have a part. */
function concerning({ upcoming, all, rows, leaves, at }: Surroundings) {
  const mine = new Set([
    ...rows.flatMap(({ activityId, state, endsAt }) => (state !== "withdrawn" && endsAt > at ? [activityId] : [])),
    ...leaves.flatMap(({ activityId, status }) => (status === "withdrawn" ? [] : [activityId])),
  ]);
  const own = [...mine].flatMap((id) => all.get(id) ?? []).filter(({ activity }) => endOf(activity) > at);
  const open = upcoming.filter(
    ({ activity, lifecycle }) => lifecycle.status === "recruiting" && !mine.has(activity.id),
  );
  return [...own, ...open.slice(0, SHOWN)];
}

/** What is asked of a person, in the order in which it is due, and where they stand in what concerns them. */
export async function findTasks(
  deps: TodoDeps,
  asking: Asking,
): Promise<{ tasks: Task[]; outlooks: Outlook[]; around: Surroundings }> {
  const around = await readSurroundings(deps, asking);
  const outlooks = await outlooksOf(deps, around, concerning(around));
  const tasks = await Promise.all([
    ownTasks(deps, around, outlooks),
    leadTasks(deps, around),
    approvalTasks(deps, around),
    moneyTasks(deps, around),
    helperTasks(deps, around),
    adviceTasks(deps, around),
    appealTasks(deps, around),
    coverConfirmations(deps, around),
    awardTasks(deps, around),
    accountRequests(deps, around),
    happinessTasks(deps, around),
    serviceTasks(deps, around),
    growthTasks(deps, around),
  ]);
  return { tasks: inDueOrder(tasks.flat()), outlooks, around };
}
