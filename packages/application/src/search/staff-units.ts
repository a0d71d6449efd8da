import * as Member from "@yigong/core/member/member.ts";
import { grantsAt } from "@yigong/core/permission/policy.ts";
import type { Books } from "./search-books.ts";

interface Somebody {
  memberId: string;
  name: string;
  employeeNumber: string;
}
/** How many belong to a unit, and who leads it: the secretary of a branch, the lead of a team, the head of others. */
export interface Staffing {
  unitId: string;
  people: number;
  heads: Somebody[];
}

const LEADS = ["branchSecretary", "teamLead"];

/** Counts the people of each unit as somebody saw it a moment ago; those who left count no more. */
export async function staffUnits(
  { books }: { books: Pick<Books, "people" | "units"> },
  { at, day }: { at: string; day: string },
): Promise<Staffing[]> {
  const [people, units] = await Promise.all([books.people(), books.units()]);
  const staffing = new Map<string, Staffing>(
    [...units.keys()].map((unitId) => [unitId, { unitId, people: 0, heads: [] }]),
  );
  const lead = (unitId: string | undefined, { id: memberId, name, employeeNumber }: Person) => {
    const heads = staffing.get(unitId ?? "")?.heads;
    if (heads && !heads.some((known) => known.memberId === memberId)) heads.push({ memberId, name, employeeNumber });
  };
  for (const person of people.values()) {
    if (!Member.isEmployedOn(person, day)) continue;
    const { branchId, departmentId, postId } = Member.affiliationOn(person, day);
    for (const unitId of [branchId, departmentId, postId, ...person.teamIds]) {
      const counted = staffing.get(unitId ?? "");
      if (counted) counted.people += 1;
    }
    for (const { role, scope } of grantsAt(person.roles, at))
      if (scope.kind !== "all" && LEADS.includes(role)) lead(scope.unitId, person);
  }
  for (const unit of units.values()) {
    const head = "headId" in unit ? people.get(unit.headId ?? "") : undefined;
    if (head) lead(unit.id, head);
  }
  return [...staffing.values()];
}

type Person = Pick<Member.Info, "id" | "name" | "employeeNumber">;
