import { z } from "@hono/zod-openapi";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Members } from "@yigong/core/member/member.store.ts";

export interface PeopleDeps {
  members: Pick<Members, "getMany">;
}

/** How somebody is called, for lists. */
export interface Called {
  name: string;
  /** Undefined for who is not on the roster, such as a job. */
  employeeNumber?: string | undefined;
}

/** How people are called, by id; what is no member's id has no number, and is called as it is or as `unknown` says. */
export async function peopleOf({ members }: PeopleDeps, ids: readonly string[]) {
  const wanted = [...new Set(ids)].filter((id) => id.startsWith("mem_"));
  const found = wanted.length === 0 ? [] : await members.getMany(wanted, recent);
  const people = new Map(found.map(({ id, name, employeeNumber }) => [id as string, { name, employeeNumber }]));
  return (id: string): Called => people.get(id) ?? { name: id };
}

const Called = z.object({ name: z.string(), employeeNumber: z.string() });

/** How everybody is called whose id is in an answer, by id. */
export const PeopleById = z.record(z.string(), Called);

/** For answers that name people in many places. */
export const withPeopleOf = <Shape extends z.ZodRawShape>(answer: z.ZodObject<Shape>) =>
  answer.extend({ people: PeopleById });

/** How everybody is called whose id is anywhere in something; who is not on the roster is left out. */
export async function peopleIn({ members }: PeopleDeps, answer: object): Promise<z.output<typeof PeopleById>> {
  const ids = [...new Set(JSON.stringify(answer).match(/\bmem_[0-9a-z]{26}\b/g))];
  const found = ids.length === 0 ? [] : await members.getMany(ids, recent);
  const people = found.map(({ id, name, employeeNumber }) => [id as string, { name, employeeNumber }] as const);
  return Object.fromEntries(people);
}

/** An answer with how everybody is called whose id is anywhere in it. */
export const withPeople = async <Answer extends object>(deps: PeopleDeps, answer: Answer) => ({
  ...answer,
  people: await peopleIn(deps, answer),
});

/** How members are called; an id that nobody has is shown as it is. */
export async function namesOf(deps: PeopleDeps, memberIds: readonly string[]) {
  const person = await peopleOf(deps, memberIds);
  return (memberId: string): string => person(memberId).name;
}
