import { createHash } from "node:crypto";
import type { ReadRow } from "@yigong/core/roster/roster-entry.ts";
import type { Importer, ImportPlan } from "../manifest/importer.ts";

/** What an import would do to what is stored now, and a digest of what that depends on. */
export interface Plan extends ImportPlan<unknown> {
  basis: string;
}

const digest = (facts: unknown): string => createHash("sha256").update(JSON.stringify(facts)).digest("hex");

/** Plans an import from what its file said. @param at - ISO-8601 UTC; its local day dates all changes */
export async function planNow(by: Importer, read: readonly ReadRow<unknown>[], at: string): Promise<Plan> {
  const plan = await by.plan(read, at);
  return { ...plan, basis: digest(plan.basis) };
}
