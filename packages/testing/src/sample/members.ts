import type { Info as Member } from "@yigong/core/member/member.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import type { Grant, Role, Scope } from "@yigong/core/permission/role.ts";
import { PEOPLE } from "./people.ts";
import { memberNumber, type Person } from "./person.ts";
import { BRANCH_A, BRANCH_B, COUNTER, HOTLINE, MAINTENANCE, SALES, TEAM } from "./units.ts";

export const grant = (role: Role, scope: Scope = { kind: "all" }): Grant => ({
  role,
  scope,
  from: "2010-01-01T00:00:00.000Z",
});

const branchOf = (name: string) => (name === "二支部" ? BRANCH_B : BRANCH_A);

function grantsOf(roles: string, branch: string): Grant[] {
  const held: Record<string, Grant> = {
    管理员: grant("administrator"),
    联盟: grant("alliance"),
    组织者: grant("organizer"),
    支部书记: grant("branchSecretary", { kind: "branch", unitId: branchOf(branch) }),
    分队长: grant("teamLead", { kind: "team", unitId: TEAM }),
    客服: grant("customerService"),
    审计: grant("auditor"),
  };
  return held[roles] ? [held[roles]] : [];
}

/** A member of a political status that owes service, at a post. */
export const partyMember = (number: number, postId = COUNTER, over: Partial<Member> = {}): Member =>
  Sample.member(number, {
    politicalStatuses: [{ from: "2010-01-01", status: "partyMember" }],
    affiliations: [{ from: "2010-01-01", postId, branchId: BRANCH_A, departmentId: SALES }],
    ...over,
  });

/** Whoever a name or number stands for: somebody of `PEOPLE`, or a volunteer who owes nothing. */
export function memberOf(person: Person, over: Partial<Member> = {}): Member {
  if (typeof person === "number") return Sample.member(person, over);
  const [politics, branch, post, , since, roles] = PEOPLE[person];
  const posts: Record<string, typeof COUNTER> = { 营业员: COUNTER, 话务员: HOTLINE, 维护: MAINTENANCE };
  const postId = posts[post];
  const { volunteerSince: _, ...member } = Sample.member(memberNumber(person), {
    name: person,
    politicalStatuses: [{ from: "2010-01-01", status: /党员/.test(politics) ? "partyMember" : "masses" }],
    affiliations: [
      { from: "2010-01-01", ...(branch ? { branchId: branchOf(branch) } : {}), ...(postId ? { postId } : {}) },
    ],
    roles: grantsOf(roles, branch),
  });
  return { ...member, ...(since ? { volunteerSince: since } : {}), ...over };
}
