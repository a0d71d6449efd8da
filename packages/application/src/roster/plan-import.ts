import { createHash } from "node:crypto";
import type * as Member from "@yigong/core/member/member.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import type { Kind, PreviewRow } from "@yigong/core/roster/roster.ts";
import type { ReadRow, RosterEntry } from "@yigong/core/roster/roster-entry.ts";
import { planRoster, type RosterPlan } from "@yigong/core/roster/roster-plan.ts";
import { planShifts, type ShiftEntry, type ShiftPlan, spanOf } from "@yigong/core/roster/shift-plan.ts";
import type * as Shift from "@yigong/core/shift/shift.ts";
import type { Step } from "@yigong/core/staging/head.ts";
import type { Importer, ImportPlan } from "../manifest/importer.ts";
import type { RosterDeps } from "./roster-stores.ts";

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
