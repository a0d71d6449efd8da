import { endOf } from "@yigong/core/activity/activity.ts";
import { beforeUntil, type Info as Programme, windowsOf } from "@yigong/core/growth/programme.ts";
import { mapInParallel } from "@yigong/core/lib/parallel.ts";
import { PAGE } from "@yigong/core/lib/phone-page.ts";
import type { Task } from "@yigong/core/todo/todo.ts";
import { isAsked } from "../form/answer-form.ts";
import { marksAsked } from "../growth/marks-asked.ts";
import type { Surroundings } from "./read-surroundings.ts";
import type { TodoDeps } from "./todo-stores.ts";

const IN_FLIGHT = 8;

/** What forms without names and programmes ask of somebody. Programmes are some dozens a year, read once. */
export async function growthTasks(deps: TodoDeps, around: Surroundings): Promise<Task[]> {
  const [forms, all] = await Promise.all([formTasks(deps, around), deps.programmes.all()]);
  const tasks = await Promise.all([ratingTasks(deps, around, all), markTasks(deps, around, all)]);
  return [...forms, ...tasks.flat()];
}

/** Forms without names that ask somebody and that they have not answered. @source docs/domain.md T5, W6, F3 */
async function formTasks({ forms }: TodoDeps, { member, at, zone }: Surroundings): Promise<Task[]> {
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
async function ratingTasks(
  { programmes }: TodoDeps,
  { member, at, zone }: Surroundings,
  all: readonly Programme[],
): Promise<Task[]> {
  const id = member.id as string;
  const mine = all.filter((one) => [...one.memberIds, ...one.trainerIds].includes(id));
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

/** Activities of one's own that are looked into one by one. */
const LOOKED_INTO = 5;

/** What people of a programme do differently, for who led an activity in which they were. @source docs/domain.md F3 */
async function markTasks(
  deps: TodoDeps,
  { begun, member, at }: Surroundings,
  all: readonly Programme[],
): Promise<Task[]> {
  const led = begun.filter(({ activity }) => activity.organizerId === member.id && endOf(activity) <= at);
  const tasks = await mapInParallel(led.slice(0, LOOKED_INTO), IN_FLIGHT, async ({ activity }): Promise<Task[]> => {
    const asked = await marksAsked(deps, activity, { all, at });
    const left = asked.flatMap(({ people }) => people.filter(({ mark }) => mark === undefined)).length;
    const until = asked.map((one) => one.until).sort()[0];
    if (left === 0 || until === undefined) return [];
    const about = { title: activity.title, people: String(left), closesAt: until };
    return [{ kind: "growthMark", key: activity.id, about, dueAt: until, href: PAGE.growth(activity.id) }];
  });
  return tasks.flat();
}
