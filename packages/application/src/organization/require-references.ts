import { inBoth } from "@yigong/core/language/index.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { organizationRefusal } from "@yigong/core/organization/organization.refusals.ts";
import type { NewUnit, UnitPatch } from "@yigong/core/organization/organization.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";

/** Refuses a unit whose head is not on the roster, or whose coverers are not posts. @throws `member.missing`, `unit.missing`, `unit.wrong_kind` */
export async function requireReferences(
  { members, units }: { members: Pick<Members, "get">; units: Pick<Units, "get"> },
  unit: NewUnit | UnitPatch,
): Promise<void> {
  if ("headId" in unit && unit.headId) await members.get(unit.headId);
  for (const id of ("coverableBy" in unit && unit.coverableBy) || []) {
    const { kind, name } = await units.get(id);
    if (kind !== "post")
      throw organizationRefusal("unit.wrong_kind", {
        name,
        kind: inBoth(`unit.kind.${kind}`),
        wanted: inBoth("unit.kind.post"),
      });
  }
}
