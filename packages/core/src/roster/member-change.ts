import type { NewId } from "../lib/id.ts";
import { OFFICES } from "../member/accounts.ts";
import * as Member from "../member/member.ts";
import { followRoster, isAppointedFrom, trainerFromTheStart } from "../member/trainer-term.ts";
import { UnitId, type UnitKind } from "../organization/organization.ts";
import { permissionWords } from "../permission/permission.words.ts";
import type { Grant, Role, Scope } from "../permission/role.ts";
import { accountsAfter } from "./account-cells.ts";
import { ACCOUNT_COLUMNS } from "./columns.ts";
import type { RosterEntry } from "./roster-entry.ts";
import { skillsAfter, skillsText } from "./skill-cells.ts";

/** What a row says about a member, when it says it, and how its unit names become ids. */
export interface Said {
  entry: RosterEntry;
  unitId: (kind: UnitKind, name: string) => string | undefined;
  at: string;
  day: string;
}

/** The member whom a row adds. @throws when the row's units have no ids, which is a bug */
export function joinerOf(said: Said, newId: NewId): Member.Info {
  const { entry, day } = said;
  const nobody = Member.Info.parse({
    id: newId("mem"),
    employeeNumber: entry.employeeNumber,
    name: entry.name,
    pseudonym: newId("psn").slice("psn_".length),
    politicalStatuses: [{ from: day, status: entry.politicalStatus, text: entry.politicalText }],
    affiliations: [affiliationOf(said)],
    trainer: false,
    teamIds: [],
    skills: [],
    roles: [],
    version: 0,
  });
  const fields = plainFields(nobody, said);
  const trainer = trainerFromTheStart(entry.trainer ?? false, fields.volunteerSince, day);
  return { ...nobody, ...fields, ...trainer, roles: rolesAfter(nobody, said) };
}

/** A stored member as a row says. What is dated gets a new entry from the import's day on; a leaver in the file is back. */
export function updatedBy(before: Member.Info, said: Said): Member.Info {
  const { entry, day } = said;
  const { leftOn: _, ...rest } = before;
  const employed = Member.isEmployedOn(before, day) ? before : rest;
  const current = before.politicalStatuses.at(-1);
  const status = { from: day, status: entry.politicalStatus, text: entry.politicalText };
  const sameStatus = current?.status === status.status && current.text === status.text;
  const move = { ...affiliationOf(said, before) };
  const last = before.affiliations.at(-1);
  const stays = last !== undefined && AFFILIATED.every((field) => last[field] === move[field]);
  const { skillsUntil: _until, ...kept } = employed;
  return {
    ...kept,
    ...plainFields(before, said),
    politicalStatuses: sameStatus ? before.politicalStatuses : dated(before.politicalStatuses, status),
    affiliations: stays ? before.affiliations : dated(before.affiliations, move),
    roles: rolesAfter(before, said),
    version: before.version + 1,
  };
}

/** A stored member who is no longer in the file: gone from the import's day on, roles ended. @source docs/domain.md O1 */
export function leaverOf(before: Member.Info, { day, at }: { day: string; at: string }): Member.Info {
  const roles = before.roles.map((grant) => (isOpen(grant, at) ? { ...grant, until: at } : grant));
  return { ...before, leftOn: day, roles, version: before.version + 1 };
}

/** Everything in which two states of a member differ, as people read it. */
export function changesOf(
  before: Member.Info,
  after: Member.Info,
  { nameOf, day }: { nameOf: (id: string | undefined) => string; day: string },
): { field: string; from: string; to: string }[] {
  const read = (member: Member.Info) => {
    const { branchId, departmentId, postId } = member.affiliations.at(-1) ?? { branchId: undefined };
    return {
      姓名: member.name,
      政治面貌: member.politicalStatuses.at(-1)?.text ?? "",
      支部: nameOf(branchId),
      部门: nameOf(departmentId),
      岗位: nameOf(postId),
      分队: member.teamIds.map(nameOf).join("、"),
      内训师: isAppointedFrom(member, day) ? "是" : "否",
      手机: Member.masked(member.mobile) ?? "",
      邮箱: member.email ?? "",
      入盟日期: member.volunteerSince ?? "",
      角色: member.roles
        .filter((grant) => grant.until === undefined)
        .map(grantText(nameOf))
        .join("、"),
      技能: skillsText(member),
      ...Object.fromEntries(OFFICES.map((office) => [ACCOUNT_COLUMNS[office], member.accounts?.[office] ?? ""])),
      离职: Member.isEmployedOn(member, day) ? "" : (member.leftOn ?? ""),
    };
  };
  const [from, to] = [read(before), read(after)];
  const fields = Object.keys(from) as (keyof typeof from)[];
  const hidden = before.mobile !== after.mobile;
  return fields
    .filter((field) => from[field] !== to[field] || (field === "手机" && hidden))
    .map((field) => ({ field, from: from[field], to: to[field] }));
}

const AFFILIATED = ["branchId", "departmentId", "postId"] as const;

const roleWord = (role: Role): string => permissionWords["zh-CN"][`role.${role}`];

const grantText =
  (nameOf: (id: string | undefined) => string) =>
  ({ role, scope }: Grant): string =>
    scope.kind === "all" ? roleWord(role) : `${roleWord(role)}（${nameOf(scope.unitId)}）`;

/** Adds a dated entry; a second import on the same day replaces its first. */
const dated = <Entry extends { from: string }>(list: readonly Entry[], entry: Entry): Entry[] => [
  ...list.filter((each) => each.from !== entry.from),
  entry,
];

function affiliationOf({ entry, unitId, day }: Said, before?: Member.Info): Member.Affiliation {
  const idOf = (kind: UnitKind, name: string) => UnitId.parse(unitId(kind, name));
  const kept = before?.affiliations.at(-1)?.branchId;
  const branchId = entry.branch === undefined ? kept : entry.branch === null ? undefined : idOf("branch", entry.branch);
  return {
    from: day,
    ...(branchId && { branchId }),
    departmentId: idOf("department", entry.department),
    postId: idOf("post", entry.post),
  };
}

/** The fields that are not dated; a column that the file lacks leaves them as they are, an empty cell clears them. */
function plainFields(before: Member.Info, { entry, unitId, day }: Said) {
  const kept = <Key extends "mobile" | "email" | "volunteerSince">(field: Key) =>
    (entry[field] === undefined ? before[field] : entry[field]) ?? undefined;
  const accounts = accountsAfter(before.accounts, entry.accounts);
  const teamIds = entry.teams?.map((team) => UnitId.parse(unitId("team", team))) ?? before.teamIds;
  return {
    name: entry.name,
    ...followRoster(before, entry.trainer, day),
    teamIds,
    mobile: kept("mobile"),
    email: kept("email"),
    volunteerSince: kept("volunteerSince"),
    ...skillsAfter(before, entry.skills),
    ...(accounts === undefined && before.accounts === undefined ? {} : { accounts }),
  };
}

const isOpen = (grant: Grant, at: string): boolean => grant.until === undefined || grant.until > at;

/** The column 角色 is the whole truth about roles held in one's own right; deputies' grants stay. */
function rolesAfter(before: Member.Info, said: Said): Grant[] {
  const { entry, at } = said;
  if (!entry.roles) return before.roles;
  const wanted = entry.roles.flatMap((role) => scopesOf(role, said).map((scope): Grant => ({ role, scope, from: at })));
  const same = (a: Grant) => (b: Grant) => a.role === b.role && scopeKey(a.scope) === scopeKey(b.scope);
  const own = (grant: Grant) => grant.deputyFor === undefined && isOpen(grant, at);
  const kept = before.roles.map((grant) => (own(grant) && !wanted.some(same(grant)) ? { ...grant, until: at } : grant));
  const held = before.roles.filter(own);
  return [...kept, ...wanted.filter((grant) => !held.some(same(grant)))];
}

const scopeKey = (scope: Scope): string => (scope.kind === "all" ? "all" : scope.unitId);

/** Where a role from the file holds: secretaries in their branch, leads in their teams, all others everywhere. */
function scopesOf(role: Role, { entry, unitId }: Said): Scope[] {
  if (role === "volunteer" || role === "employee") return [];
  if (role === "branchSecretary")
    return [{ kind: "branch", unitId: UnitId.parse(unitId("branch", entry.branch ?? "")) }];
  if (role !== "teamLead") return [{ kind: "all" }];
  return (entry.teams ?? []).map((team) => ({ kind: "team", unitId: UnitId.parse(unitId("team", team)) }));
}
