import { Refusal } from "@yigong/core/lib/error.ts";
import type { UnitKind } from "@yigong/core/organization/organization.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";

interface Named {
  branchId?: string | null | undefined;
  departmentId?: string | undefined;
  postId?: string | undefined;
  teamIds?: readonly string[] | undefined;
}

/** Refuses ids that name no unit, one of another kind, or one that has ended. @throws `unit.missing`, `unit.wrong_kind`, `unit.ended` */
export async function requireUnits(
  units: Units,
  { branchId, departmentId, postId, teamIds = [] }: Named,
): Promise<void> {
  const wanted: [UnitKind, string | null | undefined][] = [
    ["branch", branchId],
    ["department", departmentId],
    ["post", postId],
    ...teamIds.map((id): [UnitKind, string] => ["team", id]),
  ];
  for (const [kind, id] of wanted) {
    if (!id) continue;
    const unit = await units.get(id);
    if (unit.kind !== kind)
      throw new Refusal("invalid", "unit.wrong_kind", `${unit.name} is a ${unit.kind}, not a ${kind}.`);
    if (unit.endedOn !== undefined)
      throw new Refusal("conflict", "unit.ended", `${unit.name} ended on ${unit.endedOn}.`);
  }
}
