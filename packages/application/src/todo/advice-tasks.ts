import { endOf, startOf } from "@yigong/core/activity/activity.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { deadlineOf, isOver } from "@yigong/core/lifecycle/lifecycle.ts";
import { owesAdvice } from "@yigong/core/proposal/advice.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import { nameOf } from "../lib/name-of.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

/** Plans on which the alliance asked for this person's advice, and activities that they are granted to as adviser. @source docs/domain.md A8, A9 */
export async function adviceTasks(deps: TodoDeps, { all, member, at }: Surroundings): Promise<Task[]> {
  const asked = [...all.values()].filter(
    ({ activity, lifecycle }) => lifecycle.advisers?.includes(member.id) && !isOver(lifecycle) && at < endOf(activity),
  );
  if (asked.length === 0) return [];
  const found = await deps.proposals.getMany(asked.map(({ activity }) => activity.id));
  const open = found.filter((proposal) => owesAdvice(proposal, member.id));
  const names = await nameOf(
    deps,
    open.map(({ proposerId }) => proposerId),
  );
  return open.flatMap(({ activityId, proposerId, state }): Task[] => {
    const standing = all.get(activityId);
    if (!standing) return [];
    const { activity, lifecycle } = standing;
    const startsAt = startOf(activity);
    const dueAt = state === "submitted" ? deadlineOf(lifecycle, "Propose") : startsAt;
    const about = { title: activity.title, name: names(proposerId), startsAt };
    return [{ kind: "advice", key: activityId, about, dueAt, href: PAGE.advice(activityId) }];
  });
}
