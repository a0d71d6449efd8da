import { recent } from "@yigong/core/lib/reading.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { grantsInForce, principalsOf } from "@yigong/core/member/member.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import type { Grant } from "@yigong/core/permission/role.ts";

export interface DeputiesDeps {
  members: Pick<Members, "get" | "getMany" | "withRole">;
  units: Pick<Units, "getMany">;
  zone: string;
}

/** A role, where it holds, and the other person: whose deputy one is, or who is one's own. */
export interface Deputyship extends Omit<Grant, "deputyFor"> {
  memberId: string;
  name: string;
  unit?: string | undefined;
}

/** Who acts for whom around one person: the roles held in their own right, for whom they act now, and who acts for them from now on. */
export async function listDeputies(deps: DeputiesDeps, memberId: string, at: string) {
  const member = await deps.members.get(memberId);
  const principals = await deps.members.getMany(principalsOf(member), recent);
  const inForce = grantsInForce(member, { principals, at, day: dayOf(at, deps.zone) });
  const own = inForce.filter(({ deputyFor }) => deputyFor === undefined);
  const holders = (
    await Promise.all([...new Set(own.map(({ role }) => role))].map((role) => deps.members.withRole(role)))
  ).flat();
  const others = [...new Map(holders.map((holder) => [holder.id, holder])).values()];
  const names = new Map([...principals, ...others].map(({ id, name }) => [id as string, name]));
  const deputies = others.flatMap(({ id, roles }) =>
    roles.flatMap(({ deputyFor, ...grant }) =>
      deputyFor === memberId && (grant.until === undefined || grant.until > at)
        ? [{ ...grant, memberId: id as string }]
        : [],
    ),
  );
  const acting = inForce.flatMap(({ deputyFor, ...grant }) =>
    deputyFor === undefined ? [] : [{ ...grant, memberId: deputyFor }],
  );
  const scopes = [...own, ...deputies, ...acting].flatMap(({ scope }) => (scope.kind === "all" ? [] : [scope.unitId]));
  const units = new Map((await deps.units.getMany([...new Set(scopes)])).map((unit) => [unit.id as string, unit.name]));
  const named = <One extends Omit<Grant, "deputyFor">>(one: One) => ({
    ...one,
    ...(one.scope.kind === "all" ? {} : { unit: units.get(one.scope.unitId) ?? one.scope.unitId }),
  });
  const shown = (one: Omit<Grant, "deputyFor"> & { memberId: string }): Deputyship => ({
    ...named(one),
    name: names.get(one.memberId) ?? one.memberId,
  });
  return {
    roles: own.map(({ deputyFor: _, ...grant }) => named(grant)),
    deputies: deputies.map(shown),
    actingFor: acting.map(shown),
  };
}
