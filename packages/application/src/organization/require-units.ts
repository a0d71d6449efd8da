import { inBoth } from "@yigong/core/language/index.ts";
import { organizationRefusal } from "@yigong/core/organization/organization.refusals.ts";
import type { UnitKind } from "@yigong/core/organization/organization.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";

interface Named {
  branchId?: string | null | undefined;
  branchIds?: readonly string[] | undefined;
  departmentId?: string | undefined;
  postId?: string | undefined;
  teamId?: string | undefined;
  teamIds?: readonly string[] | undefined;
}

/** Refuses ids that name no unit, one of another kind, or one that has ended. @throws `unit.missing`, `unit.wrong_kind`, `unit.ended` */
export async function requireUnits(
  units: Pick<Units, "getMany">,
  { branchId, branchIds = [], departmentId, postId, teamId, teamIds = [] }: Named,
): Promise<void> {
  const of = (kind: UnitKind, ids: readonly (string | null | undefined)[]) =>
    ids.flatMap((id) => (id ? [[kind, id] as const] : []));
  const wanted = [
    ...of("branch", [branchId, ...branchIds]),
    ...of("department", [departmentId]),
    ...of("post", [postId]),
    ...of("team", [teamId, ...teamIds]),
  ];
  if (wanted.length === 0) return;
  const found = await units.getMany([...new Set(wanted.map(([, id]) => id))]);
  const known = new Map(found.map((unit) => [unit.id as string, unit]));
  for (const [kind, id] of wanted) {
    const unit = known.get(id);
    if (!unit) throw organizationRefusal("unit.missing");
    if (unit.kind !== kind)
      throw organizationRefusal("unit.wrong_kind", {
        name: unit.name,
        kind: inBoth(`unit.kind.${unit.kind}`),
        wanted: inBoth(`unit.kind.${kind}`),
      });
    if (unit.endedOn !== undefined) throw organizationRefusal("unit.ended", { name: unit.name, day: unit.endedOn });
  }
}
