import * as Cover from "@yigong/core/cover/cover.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import { isThere } from "@yigong/core/participation/exempt.ts";
import type { CoverDeps } from "./cover-stores.ts";

/** The names that messages and lists about covers use. */
export interface CoverNames {
  nameOf(memberId: string): string;
  /** The employee number of who is on the roster. */
  numberOf(memberId: string): string | undefined;
  postOf(need: Pick<Cover.Info, "postId">): string;
  /** Who confirms: the post's head, else the department's; undefined when the alliance does. */
  headOf(need: Cover.Info): string | undefined;
}

/** Reads the names that messages and lists about some needs use. */
export async function namesOf(
  deps: { members: Pick<CoverDeps["members"], "getMany">; units: Pick<CoverDeps["units"], "getMany">; zone: string },
  needs: readonly Cover.Info[],
  others: readonly string[] = [],
): Promise<CoverNames> {
  const ids = needs.flatMap((need) => [
    need.participantId,
    Cover.covererOf(need) ?? need.participantId,
    ...(need.status === "confirmed" ? [need.confirmedBy, need.confirmedFor ?? need.confirmedBy] : []),
  ]);
  const unitIds = needs.flatMap((need) => [need.postId, need.departmentId ?? need.postId]);
  const [members, units] = await Promise.all([
    deps.members.getMany([...new Set([...ids, ...others])], recent),
    deps.units.getMany([...new Set(unitIds)]),
  ]);
  const byId = new Map(members.map((member) => [member.id as string, member]));
  const unitsById = new Map(units.map((unit) => [unit.id as string, unit]));
  const headIds = units.flatMap((unit) => ("headId" in unit && unit.headId !== undefined ? [unit.headId] : []));
  const heads = new Map(
    (await deps.members.getMany([...new Set(headIds)], recent)).map((head) => [head.id as string, head]),
  );
  const isThereFor = (need: Cover.Info) => (headId: string) => isThere(heads.get(headId), need.from, deps.zone);
  return {
    nameOf: (memberId) => byId.get(memberId)?.name ?? memberId,
    numberOf: (memberId) => byId.get(memberId)?.employeeNumber,
    postOf: (need) => unitsById.get(need.postId)?.name ?? need.postId,
    headOf: (need) => headOf(need, unitsById, isThereFor(need)),
  };
}

/** Nobody confirms a cover of their own, so a head who covers is passed over, like one who has left. */
function headOf(
  need: Cover.Info,
  units: ReadonlyMap<string, UnitInfo>,
  isEmployed: (headId: string) => boolean,
): string | undefined {
  const heads = [need.postId, need.departmentId ?? ""].map((id) => {
    const unit = units.get(id);
    return unit?.kind === "post" || unit?.kind === "department" ? unit.headId : undefined;
  });
  return heads.find((headId) => headId !== undefined && headId !== Cover.covererOf(need) && isEmployed(headId));
}
