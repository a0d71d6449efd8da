import type { Members } from "@yigong/core/member/member.store.ts";
import { type Info as Member, principalsOf } from "@yigong/core/member/member.ts";
import type { Grant } from "@yigong/core/permission/role.ts";
import type { Books } from "../search/search-books.ts";

export interface HistoryDeps {
  members: Pick<Members, "getMany">;
  books: Pick<Books, "people">;
}

/** A role as it was given, and whom a deputy stands in for. */
export type NamedGrant = Grant & { principal?: { name: string; employeeNumber: string } };
/** Somebody who stands in for the member. */
export type NamedDeputy = Omit<Grant, "deputyFor"> & { memberId: string; name: string; employeeNumber: string };

/** What a member was and had, by date: units, political status, every role that was given, and who stands in. */
export async function readHistory({ members, books }: HistoryDeps, member: Member) {
  const principals = new Map((await members.getMany(principalsOf(member))).map((one) => [one.id as string, one]));
  const roles = member.roles.map((grant): NamedGrant => {
    const principal = principals.get(grant.deputyFor ?? "");
    return {
      ...grant,
      ...(principal && { principal: { name: principal.name, employeeNumber: principal.employeeNumber } }),
    };
  });
  const deputies = [...(await books.people()).values()].flatMap(({ id: memberId, name, employeeNumber, roles: held }) =>
    held.flatMap(({ deputyFor, ...grant }): NamedDeputy[] =>
      deputyFor === member.id ? [{ ...grant, memberId, name, employeeNumber }] : [],
    ),
  );
  return { affiliations: member.affiliations, politicalStatuses: member.politicalStatuses, roles, deputies };
}
