import type { Entry } from "@yigong/core/audit/audit.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import type * as Member from "@yigong/core/member/member.ts";
import type { NewUnit, UnitInfo, UnitPatch } from "@yigong/core/organization/organization.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";

interface Deps {
  members: Members;
  units: Units;
}

/** Lets a unit through whose head is on the roster and whose coverers are posts. @throws `member.missing`, `unit.missing`, `unit.wrong_kind` */
export async function requireReferences({ members, units }: Deps, unit: NewUnit | UnitPatch): Promise<void> {
  if ("headId" in unit && unit.headId) await members.get(unit.headId);
  for (const id of ("coverableBy" in unit && unit.coverableBy) || []) {
    const { kind, name } = await units.get(id);
    if (kind !== "post") throw new Refusal("invalid", "unit.wrong_kind", `${name} is a ${kind}, not a post.`);
  }
}

/** The ids of all units that anybody ever belonged to or holds a role in, or that cover a post. */
export const usedUnits = (members: readonly Member.Info[], units: readonly UnitInfo[]): Set<string> =>
  new Set(
    [
      ...members.flatMap(({ affiliations }) =>
        affiliations.flatMap(({ branchId, departmentId, postId }) => [branchId, departmentId, postId]),
      ),
      ...members.flatMap(({ teamIds }) => teamIds),
      ...members.flatMap(({ roles }) => roles.flatMap(({ scope }) => (scope.kind === "all" ? [] : [scope.unitId]))),
      ...units.flatMap((unit) => (unit.kind === "post" ? unit.coverableBy : [])),
    ].filter((id) => id !== undefined),
  );

/** Removes a unit made by mistake. @throws `unit.missing`, `unit.in_use` */
export async function removeUnit({ members, units }: Deps, id: string, audit: readonly Entry[]): Promise<UnitInfo> {
  const unit = await units.get(id);
  const used = usedUnits(await members.all(), await units.all("post"));
  if (used.has(id))
    throw new Refusal("conflict", "unit.in_use", `${unit.name} is in use; give it an end (endedOn) instead.`);
  await units.remove(unit, audit);
  return unit;
}
