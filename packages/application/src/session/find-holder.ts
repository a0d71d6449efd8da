import { grantsInForce, isEmployedOn, type Info as Member, principalsOf } from "@yigong/core/member/member.ts";
import type { Actor } from "@yigong/core/permission/policy.ts";
import { type Holder, rolesText } from "@yigong/core/session/session.ts";
import { digestOf } from "./secret.ts";

export interface HolderDeps {
  members: { getMany(ids: readonly string[]): Promise<Member[]> };
  /** The local day of an instant. */
  dayOf: (at: string) => string;
}

/** A member with the roles in force. */
export interface Found extends Holder {
  actor: Actor;
  member: Member;
}

/** A member as they may act at an instant. @param at - ISO-8601 UTC */
export async function holderFrom({ members, dayOf }: HolderDeps, member: Member, at: string): Promise<Found> {
  const day = dayOf(at);
  const ids = principalsOf(member);
  const principals = ids.length === 0 ? [] : await members.getMany(ids);
  const grants = grantsInForce(member, { principals, at, day });
  return {
    actor: { memberId: member.id, name: member.name, grants },
    member,
    isEmployed: isEmployedOn(member, day),
    roles: digestOf(rolesText(grants)),
  };
}

/** The holder behind a member's id; nobody when there is no such member. */
export async function findHolder(deps: HolderDeps, memberId: string, at: string): Promise<Found | undefined> {
  const [member] = await deps.members.getMany([memberId]);
  return member && holderFrom(deps, member, at);
}
