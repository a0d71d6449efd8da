import { recent } from "@yigong/core/lib/reading.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import * as Member from "@yigong/core/member/member.ts";
import { grantsAt } from "@yigong/core/permission/policy.ts";
import type { Role } from "@yigong/core/permission/role.ts";
import { comparable, type Fit, fitOf } from "@yigong/core/search/reading.ts";
import { type Counted, type Place, pageOfList, sorting } from "./page-of-list.ts";
import type { Books, Person } from "./search-books.ts";

/** Whom a list of the roster has. */
export interface MemberFilter {
  branch?: string | undefined;
  team?: string | undefined;
  status?: Member.PoliticalStatus | undefined;
  volunteers?: boolean | undefined;
  /** Those who left, instead of those who are here. */
  left: boolean;
  /** Who holds this role somewhere, in their own right or as a deputy. */
  role?: Role | undefined;
  skill?: string | undefined;
  /** Name, pinyin, initials, or a part of an employee number. */
  q?: string | undefined;
}

export interface ListDeps {
  members: Pick<Members, "getMany" | "page">;
  books: Pick<Books, "people">;
}

const FILTERS = ["branch", "team", "status", "volunteers", "role", "skill", "q"] as const;
const sorted = sorting<Person>();
const KEYS = {
  employeeNumber: (one: Person) => one.employeeNumber,
  name: (one: Person) => `${one.reading.syllables.join(" ")}\n${one.name}\n${one.employeeNumber}`,
};

/** How well somebody is found by a query in the form of `comparable`. */
export function personFit({ employeeNumber, reading }: Person, query: string): Fit | undefined {
  const at = employeeNumber.toLowerCase().indexOf(query);
  return at === 0 ? 0 : (fitOf(reading, query) ?? (at > 0 ? 1 : undefined));
}

/**
 * One page of the roster, with how many match in all.
 *
 * Who matches is told by the book; whoever is shown is read anew. The roster as it is, unfiltered and in the order of
 * employee numbers, is read from the table, so that somebody who was just added elsewhere is there.
 * @throws `page.bad_cursor`
 */
export async function listMembers(
  { members, books }: ListDeps,
  { sort, place, ...filter }: MemberFilter & { sort: keyof typeof KEYS; place: Place },
  when: { at: string; day: string },
): Promise<Counted<Member.Info>> {
  const people = sorted(await books.people(), sort, KEYS[sort]);
  const matches = matching(filter, when);
  const keyOf = (one: Person) => one.employeeNumber;
  const isPlain =
    sort === "employeeNumber" && place.offset === undefined && FILTERS.every((name) => filter[name] === undefined);
  // The table's cursor may name somebody whom this process's book does not have yet.
  const found = pageOfList(people, matches, isPlain ? { limit: 1, keyOf } : { ...place, keyOf });
  if (isPlain) {
    const isHere = (member: Member.Info) => filter.left !== Member.isEmployedOn(member, when.day);
    return { ...(await members.page(isHere, place)), total: found.total };
  }
  const items = await members.getMany(
    found.items.map(({ id }) => id),
    recent,
  );
  return { ...found, items };
}

/** Whether somebody is in a list. */
export function matching(filter: MemberFilter, { at, day }: { at: string; day: string }): (one: Person) => boolean {
  const query = filter.q === undefined ? "" : comparable(filter.q);
  return (one) =>
    filter.left !== Member.isEmployedOn(one, day) &&
    (!filter.branch || Member.affiliationOn(one, day).branchId === filter.branch) &&
    (!filter.team || one.teamIds.some((id) => id === filter.team)) &&
    (!filter.status || Member.politicalStatusOn(one, day) === filter.status) &&
    (filter.volunteers === undefined || Member.isVolunteerOn(one, day) === filter.volunteers) &&
    (!filter.role || grantsAt(one.roles, at).some(({ role }) => role === filter.role)) &&
    (!filter.skill || one.skills.includes(filter.skill)) &&
    (query === "" || personFit(one, query) !== undefined);
}
