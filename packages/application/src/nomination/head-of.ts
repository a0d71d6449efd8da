import type { NominationDeps } from "./nomination-stores.ts";

/** A department's name and head; whoever it is, they may have left. */
export async function headOf(
  { units }: Pick<NominationDeps, "units">,
  departmentId: string,
): Promise<{ name: string; headId: string | undefined }> {
  const [unit] = await units.getMany([departmentId]);
  return { name: unit?.name ?? "", headId: unit?.kind === "department" ? unit.headId : undefined };
}
