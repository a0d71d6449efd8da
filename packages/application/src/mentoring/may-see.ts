import type { Mentoring } from "@yigong/core/mentoring/index.ts";
import { mentoringRefusal } from "@yigong/core/mentoring/mentoring.refusals.ts";
import { sideOf } from "@yigong/core/mentoring/mentoring.ts";
import type { MentoringDeps } from "./mentoring-stores.ts";

/** By which right somebody sees a pair: as one of the two, as the head of the department, or as the alliance's one person. */
export type Sight = "mentor" | "mentee" | "head" | "officer";

type Deps = Pick<MentoringDeps, "mentorings" | "units">;

async function headOf({ units }: Deps, departmentId: string | undefined): Promise<string | undefined> {
  const [unit] = departmentId === undefined ? [] : await units.getMany([departmentId]);
  return unit && "headId" in unit ? unit.headId : undefined;
}

/** Whether somebody arranges mentoring in a department: its head, or the alliance's one person. */
export async function arrangerOf(
  deps: Deps,
  memberId: string,
  departmentId: string | undefined,
): Promise<"head" | "officer" | undefined> {
  if ((await deps.mentorings.officer()) === memberId) return "officer";
  return (await headOf(deps, departmentId)) === memberId ? "head" : undefined;
}

/** Lets somebody arrange mentoring in a department, or refuses as if there were nothing. @throws `mentoring.missing` */
export async function requireArranger(
  deps: Deps,
  memberId: string,
  departmentId: string | undefined,
): Promise<"head" | "officer"> {
  const found = await arrangerOf(deps, memberId, departmentId);
  if (!found) throw mentoringRefusal("mentoring.missing");
  return found;
}

/** By which right somebody sees a pair; whoever has none learns nothing of it. @throws `mentoring.missing` */
export async function sightOf(deps: Deps, one: Mentoring.Info, memberId: string): Promise<Sight> {
  return sideOf(one, memberId) ?? requireArranger(deps, memberId, one.departmentId);
}

/** The departments of which somebody is the head; `all` for the alliance's one person. */
export async function departmentsOf(deps: Deps, memberId: string, known: readonly string[]): Promise<"all" | string[]> {
  if ((await deps.mentorings.officer()) === memberId) return "all";
  const units = await deps.units.getMany([...new Set(known)]);
  return units.flatMap((unit) => ("headId" in unit && unit.headId === memberId ? [unit.id as string] : []));
}
