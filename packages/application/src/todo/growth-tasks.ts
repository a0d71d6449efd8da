import { beforeUntil, type Info as Programme, windowsOf } from "@yigong/core/growth/programme.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import { isAsked } from "../form/answer-form.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

const IN_FLIGHT = 8;

/** Forms without names that ask somebody and that they have not answered. @source docs/domain.md T5, W6, F3 */
export async function formTasks({ forms }: TodoDeps, { member, at, zone }: Surroundings): Promise<Task[]> {
  const open = (await forms.endingAfter(at)).filter((form) => !form.calledOff && form.opensAt <= at);
  const mine = open.filter((form) => isAsked(form, member, zone));
  const tasks = await mapInParallel(mine, IN_FLIGHT, async ({ id, title, closesAt }): Promise<Task[]> => {
    if ((await forms.answeredBy(id, [member.id])).has(member.id)) return [];
    return [{ kind: "form", key: id, about: { title, closesAt }, dueAt: closesAt, href: PAGE.form(id) }];
  });
  return tasks.flat();
}

/** Which of the two times a programme asks for now, and until when. */
function askedNow(programme: Programme, at: string, zone: string) {
  const windows = windowsOf(programme, zone);
  if (at < beforeUntil(windows)) return { phase: "before", closesAt: beforeUntil(windows) } as const;
  const { from, until } = windows.after;
  return from <= at && at < until ? ({ phase: "after", closesAt: until } as const) : undefined;
}

/** How far one is with the skills of a programme, and for trainers how far its people are. @source docs/domain.md F3 */
export async function ratingTasks({ programmes }: TodoDeps, { member, at, zone }: Surroundings): Promise<Task[]> {
  const id = member.id as string;
  const mine = (await programmes.all()).filter((one) => [...one.memberIds, ...one.trainerIds].includes(id));
  const tasks = await mapInParallel(mine, IN_FLIGHT, async (programme): Promise<Task[]> => {
    const asked = askedNow(programme, at, zone);
    if (!asked) return [];
    const { phase, closesAt } = asked;
    const said = (await programmes.ratings(programme.id)).filter((one) => one.phase === phase);
    const by = (rater: "self" | "trainer") => said.filter((one) => one.rater === rater).map((one) => one.memberId);
    const base = { key: `${programme.id}:${phase}`, dueAt: closesAt, href: PAGE.programme(programme.id) };
    const { title, trainerIds, memberIds } = programme;
    if (memberIds.includes(id) && !by("self").includes(id))
      return [{ ...base, kind: "rating", about: { title, closesAt } }];
    const left = memberIds.filter((one) => !by("trainer").includes(one)).length;
    if (!trainerIds.includes(id) || left === 0) return [];
    return [{ ...base, kind: "trainerRating", about: { title, closesAt, people: String(left) } }];
  });
  return tasks.flat();
}
