import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { grantsInForce, isEmployedOn } from "@yigong/core/member/member.ts";

export interface FindColleaguesDeps {
  members: Pick<Members, "all" | "get">;
  zone: string;
}

/** Few enough that nobody reads the roster by it. */
const FEW = 5;

/**
 * Other colleagues whom somebody may name, as their deputy or as who takes something over, by a part of the name or the beginning
 * of an employee number: for who holds a role in their own right, also one that holds for a unit only and shows them no roster.
 *
 * @returns names and numbers of at most five; nobody for who has no role to hand over
 */
export async function findColleagues(deps: FindColleaguesDeps, memberId: string, { q, at }: { q: string; at: string }) {
  const day = dayOf(at, deps.zone);
  const member = await deps.members.get(memberId);
  if (grantsInForce(member, { principals: [], at, day }).length === 0) return [];
  const asked = q.trim().toLowerCase();
  return (await deps.members.all())
    .filter((one) => one.id !== memberId && isEmployedOn(one, day))
    .filter(({ name, employeeNumber }) => name.toLowerCase().includes(asked) || employeeNumber.startsWith(asked))
    .slice(0, FEW)
    .map(({ id, name, employeeNumber }) => ({ id: id as string, name, employeeNumber }));
}
