import type { NewId } from "../lib/id.ts";
import { holdingAdministrator, isLastingAdministrator } from "../member/administrator.ts";
import * as Member from "../member/member.ts";
import type { UnitInfo, UnitKind } from "../organization/organization.ts";
import { UnitInfo as UnitSchema } from "../organization/organization.ts";
import type { Step } from "../staging/head.ts";
import { unitKey } from "./cell.ts";
import { withoutZeros } from "./employee-number.ts";
import { type Loss, massLosses } from "./mass-loss.ts";
import { changesOf, joinerOf, leaverOf, updatedBy } from "./member-change.ts";
import { type Problem, problem } from "./problem.ts";
import type { PreviewRow, RowState, UnitChanges } from "./roster.ts";
import type { ReadRow, RosterEntry } from "./roster-entry.ts";

/** What is stored when an import is planned, and when that is. */
export interface Stored {
  members: readonly Member.Info[];
  units: readonly UnitInfo[];
}
export interface PlanContext {
  stored: Stored;
  /** The instant of the import, ISO-8601 UTC, and its local day. */
  at: string;
  day: string;
  newId: NewId;
}

/** What an import would do: the rows of its preview, the members it changes, the units it needs. */
export interface RosterPlan {
  rows: PreviewRow[];
  steps: Step<Member.Info>[];
  newUnits: UnitInfo[];
  /** What many people would lose. */
  losses: Loss[];
  /** Stored posts and departments that get another head. */
  heads: UnitChanges["heads"];
}

/**
 * Compares a roster file with the stored roster.
 *
 * Who is in the file only joins; who is stored only leaves on the import's day; a new branch, department or post is a
 * transfer, dated from that day. A bad row changes nothing, but its employee number does not leave either, nor does the
 * one that it may be without its leading zeros.
 * @source docs/domain.md O1
 */
export function planRoster(rows: readonly ReadRow<RosterEntry>[], context: PlanContext): RosterPlan {
  const units = unitsFor(rows, context);
  const byNumber = new Map(context.stored.members.map((member) => [key(member.employeeNumber), member]));
  const named = new Set(rows.map((row) => key(row.employeeNumber)));
  const maybeNamed = new Set(rows.filter(isInDoubt).map((row) => withoutZeros(row.employeeNumber)));
  const isNamed = ({ employeeNumber }: Member.Info) =>
    named.has(key(employeeNumber)) || maybeNamed.has(withoutZeros(employeeNumber));
  const planned = rows.map((row) => planRow(row, { ...context, units, before: byNumber.get(key(row.employeeNumber)) }));
  const leavers = context.stored.members
    .filter((member) => !isNamed(member) && Member.isEmployedOn(member, context.day))
    .map((before) => asLeaver(before, context));
  const all = guardAdministrators([...planned, ...leavers], rows, context);
  const steps = all.flatMap(({ step }) => step ?? []);
  const claims = planned.flatMap(({ heads = [] }) => heads);
  return {
    rows: all.map(({ preview }) => preview),
    steps: holdingAdministrator(steps, context.stored.members, context.at) ?? steps,
    newUnits: units.made.map((unit) => withHead(unit, claims)),
    losses: massLosses(steps, context.stored.members, context),
    heads: context.stored.units.flatMap((unit) => newHead(unit, claims)),
  };
}

const isInDoubt = ({ problems }: ReadRow<RosterEntry>): boolean =>
  problems.some(({ code }) => code === "employee_number_not_text" || code === "employee_number_zeros_lost");

const key = (employeeNumber: string): string => employeeNumber.toLowerCase();

interface Headship {
  unitId: string | undefined;
  memberId: string;
}
interface Planned {
  preview: PreviewRow;
  step?: Step<Member.Info> | undefined;
  heads?: Headship[];
}

const claimOf = (unit: UnitInfo, claims: readonly Headship[]) =>
  claims.find(({ unitId }) => unitId === unit.id)?.memberId;

const withHead = (unit: UnitInfo, claims: readonly Headship[]): UnitInfo => {
  const headId = claimOf(unit, claims);
  return headId !== undefined && (unit.kind === "post" || unit.kind === "department") ? { ...unit, headId } : unit;
};

const newHead = (unit: UnitInfo, claims: readonly Headship[]): UnitChanges["heads"] => {
  const after = claimOf(unit, claims);
  const before = unit.kind === "post" || unit.kind === "department" ? unit.headId : undefined;
  return after === undefined || after === before
    ? []
    : [{ id: unit.id, after, ...(before !== undefined && { before }) }];
};

type Found = ReturnType<typeof unitsFor>;

function planRow(
  row: ReadRow<RosterEntry>,
  { units, before, at, day, newId }: PlanContext & { units: Found; before: Member.Info | undefined },
): Planned {
  const { number, employeeNumber, name, entry, problems } = row;
  const preview = { row: number, employeeNumber, name, problems };
  if (!entry) return { preview: { ...preview, state: "bad", changes: [] } };
  const said = { entry, unitId: units.idOf, at, day };
  const headOf = (memberId: string) =>
    (entry.heads ?? []).map((kind) => ({ unitId: units.idOf(kind, entry[kind]), memberId }));
  if (!before) {
    const joiner = joinerOf(said, newId);
    return { preview: { ...preview, state: "joins", changes: [] }, step: { after: joiner }, heads: headOf(joiner.id) };
  }
  const after = updatedBy(before, said);
  const heads = headOf(before.id);
  const changes = [
    ...changesOf(before, after, { nameOf: units.nameOf, day }),
    ...heads
      .filter(({ unitId, memberId }) => units.headOf(unitId) !== memberId)
      .map(({ unitId }) => ({ field: "负责", from: "", to: units.nameOf(unitId) })),
  ];
  const state: RowState = changes.length === 0 ? "unchanged" : changes.some(isTransfer) ? "transfers" : "changes";
  return { preview: { ...preview, state, changes }, step: changes.length > 0 ? { before, after } : undefined, heads };
}

const isTransfer = ({ field }: { field: string }): boolean => ["支部", "部门", "岗位"].includes(field);

function asLeaver(before: Member.Info, { day, at }: PlanContext): Planned {
  const after = leaverOf(before, { day, at });
  const { employeeNumber, name } = before;
  const changes = [{ field: "离职", from: "", to: day }];
  return { preview: { employeeNumber, name, state: "leaves", changes, problems: [] }, step: { before, after } };
}

/** The units that rows name: found by kind and name, or made. */
function unitsFor(rows: readonly ReadRow<RosterEntry>[], { stored, newId }: PlanContext) {
  const known = new Map(stored.units.map((unit) => [`${unit.kind}/${unitKey(unit.name)}`, unit]));
  const made: UnitInfo[] = [];
  const need = (kind: UnitKind, name: string | null | undefined) => {
    if (!name || known.has(`${kind}/${unitKey(name)}`)) return;
    const unit = UnitSchema.parse({ kind, id: newId("unit"), name });
    known.set(`${kind}/${unitKey(name)}`, unit);
    made.push(unit);
  };
  for (const { entry } of rows) {
    need("branch", entry?.branch);
    need("department", entry?.department);
    need("post", entry?.post);
    for (const team of entry?.teams ?? []) need("team", team);
  }
  const names = new Map([...known.values()].map((unit) => [unit.id as string, unit.name]));
  return {
    made,
    idOf: (kind: UnitKind, name: string) => known.get(`${kind}/${unitKey(name)}`)?.id,
    headOf: (id: string | undefined) =>
      stored.units.flatMap((unit) => (unit.id === id && "headId" in unit ? (unit.headId ?? []) : []))[0],
    nameOf: (id: string | undefined) => (id === undefined ? "" : (names.get(id) ?? id)),
  };
}

/** Marks the rows that took the role away when nobody would be administrator any more: nobody could undo that. */
function guardAdministrators(
  planned: readonly Planned[],
  rows: readonly ReadRow<RosterEntry>[],
  { stored, at }: PlanContext,
): Planned[] {
  const administers = (member: Member.Info | undefined) => member !== undefined && isLastingAdministrator(member, at);
  if (rows.some(({ entry, administers: claims }) => !entry && claims)) return [...planned];
  const stated = rows.some(({ entry }) => entry?.roles !== undefined);
  const touched = new Set(planned.map(({ step }) => step?.before?.id));
  const remains = stored.members.some((member) => administers(member) && !touched.has(member.id));
  const had = stored.members.some(administers);
  if (remains || planned.some(({ step }) => administers(step?.after)) || !(stated || had)) return [...planned];
  const atFault = planned.filter(({ step }) => administers(step?.before));
  const blamed = new Set(atFault.length > 0 ? atFault : planned.slice(0, 1));
  return planned.map((each) =>
    blamed.has(each) ? asBad(each, problem("no_administrator", { column: "角色", value: "" })) : each,
  );
}

const asBad = ({ preview }: Planned, fault: Problem): Planned => ({
  preview: { ...preview, state: "bad", problems: [...preview.problems, fault] },
});
