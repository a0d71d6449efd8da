import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { happinessKeyOf } from "@yigong/core/survey/link.ts";
import { happinessEndOf } from "@yigong/core/survey/survey.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

const IN_FLIGHT = 8;
/** Activities that are looked into one by one, the latest ones. */
const LOOKED_INTO = 5;
const ASKED_IN: readonly string[] = ["surveying", "awarding", "done"];

/** How happy they were, of who was there and has not said so yet, for as long as people are asked. @source docs/domain.md F2 */
export async function happinessTasks(deps: TodoDeps, { rows, all, at, member }: Surroundings): Promise<Task[]> {
  const over = rows.filter(({ state, endsAt, activityId }) => {
    return state === "placed" && endsAt <= at && ASKED_IN.includes(all.get(activityId)?.lifecycle.status ?? "");
  });
  const lately = [...new Set(over.map(({ activityId }) => activityId))].slice(-LOOKED_INTO);
  const tasks = await mapInParallel(lately, IN_FLIGHT, async (activityId): Promise<Task[]> => {
    const title = all.get(activityId)?.activity.title;
    const survey = await deps.surveys.get(activityId, recent);
    const closesAt = survey && happinessEndOf(survey);
    if (title === undefined || closesAt === undefined || closesAt <= at) return [];
    const own = over.filter((row) => row.activityId === activityId);
    const key = happinessKeyOf(deps.hmac, { activityId, memberId: member.id });
    const [said, ...seen] = await Promise.all([
      deps.surveys.happiness.has(activityId, key),
      ...own.map(({ sessionId, memberId }) => deps.attendances.find({ activityId, sessionId, memberId }, recent)),
    ]);
    if (said || !seen.some((one) => one?.state === "present")) return [];
    const href = PAGE.happiness(activityId);
    return [{ kind: "happiness", key: activityId, about: { title, closesAt }, dueAt: closesAt, href }];
  });
  return tasks.flat();
}
