import { createHash } from "node:crypto";
import { dayOf, instantOf, plusDays } from "@yigong/core/lib/time.ts";
import type * as Member from "@yigong/core/member/member.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import type { Kind, PreviewRow } from "@yigong/core/roster/roster.ts";
import type { ReadRow, RosterEntry } from "@yigong/core/roster/roster-entry.ts";
import { planRoster, type RosterPlan } from "@yigong/core/roster/roster-plan.ts";
import { planShifts, type ShiftEntry, type ShiftPlan, spanOf } from "@yigong/core/roster/shift-plan.ts";
import type * as Shift from "@yigong/core/shift/shift.ts";
import { type RosterDeps } from "./roster-stores.ts";
import { type Step } from "@yigong/core/staging/head.ts";

/** What an import would do to what is stored now, and a digest of that. */
export interface Plan {
  rows: PreviewRow[];
  steps: Step<Member.Info>[] | Step<Shift.Info>[];
  newUnits: UnitInfo[];
  posts: ShiftPlan["posts"];
  heads: RosterPlan["heads"];
  basis: string;
}

const digest = (facts: unknown): string => createHash("sha256").update(JSON.stringify(facts)).digest("hex");

/** What an import of people depends on: not when somebody accepted the code, which a person does any day. */
const facts = ({ version, acceptedCode, skills, ...member }: Member.Info) => member;

/** Plans an import of people against the roster as it is now. @param at - ISO-8601 UTC; its local day dates all changes */
export async function planRosterNow(
  deps: RosterDeps,
  read: readonly ReadRow<RosterEntry>[],
  at: string,
): Promise<Plan> {
  const { zone } = await deps.settings.get();
  const [members, units] = await Promise.all([deps.members.all(), deps.units.all()]);
  const context = { stored: { members, units }, at, day: dayOf(at, zone), newId: deps.newId };
  const basis = digest([members.map(facts), units.map(({ version, ...unit }) => unit)]);
  return { ...planRoster(read, context), posts: [], basis };
}

/** Plans an import of shifts against those stored around the file's days. @param at - ISO-8601 UTC */
export async function planShiftsNow(deps: RosterDeps, read: readonly ReadRow<ShiftEntry>[], at: string): Promise<Plan> {
  const { zone } = await deps.settings.get();
  const [members, posts] = await Promise.all([deps.members.all(), deps.units.all("post")]);
  const span = spanOf(read);
  const from = span && plusDays(instantOf(span.first, "00:00", zone), -1, zone);
  const to = span && plusDays(instantOf(span.last, "00:00", zone), 2, zone);
  const stored = from && to ? await deps.shifts.between({ from, to }, zone) : [];
  const context = { members, posts, zone, day: dayOf(at, zone) };
  const people = members.map(({ id, employeeNumber, leftOn }) => [id, employeeNumber, leftOn]);
  const basis = digest([stored, posts.map(({ version, ...post }) => post), people]);
  return { ...planShifts(read, { ...context, stored, newId: deps.newId }), newUnits: [], heads: [], basis };
}

/** Plans a batch again from what its file said. */
export const planAgain = (
  deps: RosterDeps,
  kind: Kind,
  read: readonly ReadRow<unknown>[],
  at: string,
): Promise<Plan> =>
  kind === "roster"
    ? planRosterNow(deps, read as ReadRow<RosterEntry>[], at)
    : planShiftsNow(deps, read as ReadRow<ShiftEntry>[], at);
