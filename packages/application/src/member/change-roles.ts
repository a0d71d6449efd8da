import { Refusal } from "@yigong/core/lib/error.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import * as Member from "@yigong/core/member/member.ts";
import { type Deputy, deputize } from "@yigong/core/member/revise.ts";
import type { SettingsRow } from "@yigong/core/organization/settings.store.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { Grant, Role, Scope } from "@yigong/core/permission/role.ts";

export interface RoleDeps {
  members: Members;
  units: Units;
  settings: Pick<SettingsRow, "get">;
  newId: NewId;
}

/** Who acts, in which role, and when (ISO-8601 UTC). */
export interface By {
  actorId: string;
  role?: string | undefined;
  deputyFor?: string | undefined;
  at: string;
}

/** The audit entry of something done about a member. */
export const auditOf = (
  deps: Pick<RoleDeps, "newId">,
  subjectId: string,
  action: string,
  by: By,
  detail?: Record<string, unknown>,
) => ({
  ...by,
  subjectId,
  id: deps.newId("aud"),
  action,
  ...(detail && { detail }),
});

const requireScope = async ({ units }: RoleDeps, scope: Scope): Promise<void> => {
  if (scope.kind === "all") return;
  const { kind } = await units.get(scope.unitId);
  if (kind !== scope.kind)
    throw new Refusal("invalid", "member.scope_mismatch", `${scope.unitId} is no ${scope.kind}.`);
};

/** Gives a member a role. @throws `unit.missing`, `member.scope_mismatch`, `member.left` and those of `Member.grant` */
export async function giveRole(deps: RoleDeps, memberId: string, grant: Grant, by: By): Promise<Member.Info> {
  await requireScope(deps, grant.scope);
  const { zone } = await deps.settings.get();
  const audit = [auditOf(deps, memberId, "role.grant", by, { ...grant })];
  return deps.members.change(memberId, (member) => {
    if (!Member.isEmployedOn(member, dayOf(by.at, zone)))
      throw new Refusal("conflict", "member.left", `${member.name} has left.`);
    return { to: Member.grant(member, grant), at: by.at, audit };
  });
}

/**
 * Takes a role from a member, and from the deputies who stood in for it.
 *
 * @throws `member.role_not_held`, `member.last_administrator` when nobody would be administrator any more
 */
export async function takeRole(
  deps: RoleDeps,
  memberId: string,
  { role, scope }: { role: Role; scope: Scope },
  by: By,
): Promise<Member.Info> {
  const holders = await deps.members.withRole(role);
  const others = holders.filter((holder) => holder.id !== memberId);
  const remains = others.some((other) =>
    other.roles.some((grant) => grant.until === undefined && grant.deputyFor === undefined),
  );
  if (role === "administrator" && !remains)
    throw new Refusal("conflict", "member.last_administrator", "Somebody else must be administrator first.");
  const ends = { role, scope, at: by.at };
  const entry = (id: string) => auditOf(deps, id, "role.revoke", by, { role, scope });
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

/** Lets a role's holder name a deputy. @throws those of `deputize` */
export async function nameDeputy(
  deps: RoleDeps,
  holderId: string,
  { deputyId, ...grant }: Deputy,
  by: By,
): Promise<Member.Info> {
  const { zone } = await deps.settings.get();
  const holder = await deps.members.get(holderId);
  const audit = [auditOf(deps, deputyId, "role.deputize", by, { holderId, ...grant })];
  return deps.members.change(deputyId, (deputy) => ({
    to: deputize(deputy, { holder, grant, day: dayOf(by.at, zone) }),
    at: by.at,
    audit,
  }));
}
