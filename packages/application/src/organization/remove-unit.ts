import type { Entry } from "@yigong/core/audit/audit.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { organizationRefusal } from "@yigong/core/organization/organization.refusals.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { usedUnits } from "./used-units.ts";

interface Deps {
  members: Members;
  units: Units;
}

/** Removes a unit made by mistake. @throws `unit.missing`, `unit.in_use` */
export async function removeUnit({ members, units }: Deps, id: string, audit: readonly Entry[]): Promise<UnitInfo> {
  const unit = await units.get(id);
  const used = usedUnits(await members.all(), await units.all("post"));
  if (used.has(id)) throw organizationRefusal("unit.in_use", { name: unit.name });
  await units.remove(unit, audit);
  return unit;
}
