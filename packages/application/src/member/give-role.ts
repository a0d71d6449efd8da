import { entryOf } from "@yigong/core/audit/audit.ts";
import { inBoth } from "@yigong/core/language/index.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { memberRefusal } from "@yigong/core/member/member.refusals.ts";
import * as Member from "@yigong/core/member/member.ts";
import type { By, ByAt } from "@yigong/core/permission/actor.ts";
import { requireOther } from "@yigong/core/permission/party.ts";
import type { Grant, Scope } from "@yigong/core/permission/role.ts";
import type { RoleDeps } from "./role-stores.ts";

const requireScope = async ({ units }: RoleDeps, scope: Scope): Promise<void> => {
  if (scope.kind === "all") return;
  const { kind, name } = await units.get(scope.unitId);
  if (kind !== scope.kind)
    throw memberRefusal("member.scope_mismatch", { unit: name, kind: inBoth(`unit.kind.${scope.kind}`) });
};

/** Nobody gives a role to themselves, nor to whom they act for. @throws `member.own_role` */
export const requireForeignRole = ({ actorId, deputyFor }: By, memberId: string): void =>
  requireOther({ by: actorId, deputyFor }, [memberId], () => memberRefusal("member.own_role"));

/** Gives a member a role. @throws `member.own_role`, `member.last_administrator`, `unit.missing`, `member.scope_mismatch`, `member.left` and those of `Member.grant` */
export async function giveRole(deps: RoleDeps, memberId: string, grant: Grant, by: ByAt): Promise<Member.Info> {
  requireForeignRole(by, memberId);
  await requireScope(deps, grant.scope);
  const { zone } = await deps.settings.get();
  const audit = [
    entryOf(deps.newId, { subjectId: memberId, at: by.at, action: "role.grant", by, detail: { ...grant } }),
  ];
  return deps.members.change(memberId, (member) => {
    if (!Member.isEmployedOn(member, dayOf(by.at, zone))) throw memberRefusal("member.left", { name: member.name });
    return { to: Member.grant(member, grant), at: by.at, audit };
  });
}
