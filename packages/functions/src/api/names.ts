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

/** How members are called; an id that nobody has is shown as it is. */
export async function namesOf(deps: PeopleDeps, memberIds: readonly string[]) {
  const person = await peopleOf(deps, memberIds);
  return (memberId: string): string => person(memberId).name;
}
