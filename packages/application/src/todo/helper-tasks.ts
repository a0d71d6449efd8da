import { startOf } from "@yigong/core/activity/activity.ts";
import { begin, namedOf } from "@yigong/core/helper/helper.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { deadlineOf } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

/** Activities that were granted helpers of a team that somebody leads, who has not answered. @source docs/domain.md A9 */
export async function helperTasks(deps: TodoDeps, { actor, upcoming }: Surroundings): Promise<Task[]> {
  const led = actor.grants.flatMap(({ role, scope }) =>
    role === "teamLead" && scope.kind === "team" ? [scope.unitId as string] : [],
  );
  const open = upcoming.filter(
    ({ activity, lifecycle }) => lifecycle.status === "recruiting" && activity.origin !== "alliance",
  );
  if (led.length === 0 || open.length === 0) return [];
  const ids = open.map(({ activity }) => activity.id);
  const [proposals, rows] = await Promise.all([deps.proposals.getMany(ids), deps.helpers.getMany(ids)]);
  const answered = new Map(rows.map((row) => [row.activityId, row]));
  const asked = new Map(proposals.map((one) => [one.activityId, answered.get(one.activityId) ?? begin(one)]));
  return open.flatMap(({ activity, lifecycle }): Task[] => {
    const row = asked.get(activity.id);
    const isMine = row?.teams.some(({ teamId, state }) => state === "asked" && led.includes(teamId));
    if (!row || !isMine || namedOf(row) >= row.headCount) return [];
    const about = {
      title: activity.title,
      startsAt: startOf(activity),
      place: activity.place,
      count: String(row.headCount - namedOf(row)),
    };
    const dueAt = deadlineOf(lifecycle, "Recruit");
    return [{ kind: "supportAsked", key: activity.id, about, dueAt, href: PAGE.helpers(activity.id) }];
  });
}
