import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import { usedUnits } from "../organization/used-units.ts";
import type { RosterDeps } from "./roster-stores.ts";

/** Takes back the units that an import made, save those that anybody belongs to or that were changed since. */
export async function takeUnitsBack({ members, units }: RosterDeps, made: readonly UnitInfo[]): Promise<void> {
  if (made.length === 0) return;
  const used = usedUnits(await members.all(), await units.all("post"));
  const present = await units.getMany(made.map((unit) => unit.id));
  for (const unit of present) if (!used.has(unit.id) && unit.version === 0) await units.remove(unit);
}
