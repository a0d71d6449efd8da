import { entryOf } from "@yigong/core/audit/audit.ts";
import * as Member from "@yigong/core/member/member.ts";
import type { ByAt } from "@yigong/core/permission/actor.ts";
import type { Role, Scope } from "@yigong/core/permission/role.ts";
import type { RoleDeps } from "./role-stores.ts";

/**
 * Takes a role from a member, and from the deputies who stood in for it.
 *
 * @throws `member.role_not_held`, `member.last_administrator` when nobody would be administrator for good any more
 */
export async function takeRole(
  deps: RoleDeps,
  memberId: string,
  { role, scope }: { role: Role; scope: Scope },
  by: ByAt,
): Promise<Member.Info> {
  const holders = await deps.members.withRole(role);
  const others = holders.filter((holder) => holder.id !== memberId);
  const ends = { role, scope, at: by.at };
  const entry = (id: string) =>
    entryOf(deps.newId, { subjectId: id, at: by.at, action: "role.revoke", by, detail: { role, scope } });
  const changed = await deps.members.change(memberId, (member) => ({
    to: Member.revoke(member, ends),
    at: by.at,
    audit: [entry(memberId)],
  }));
  for (const deputy of others.filter((other) => other.roles.some((grant) => grant.deputyFor === memberId)))
    await deps.members.change(deputy.id, (member) => ({
      to: Member.endDeputyship(member, { holderId: memberId, ...ends }),
      at: by.at,
      audit: [entry(deputy.id)],
    }));
  return changed;
}
