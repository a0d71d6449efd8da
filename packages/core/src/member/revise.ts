import * as z from "zod";
import { requireVersion } from "../lib/edit.ts";
import { Day } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";
import { memberRefusal } from "./member.refusals.ts";
import * as Member from "./member.ts";
import { heldUntil } from "./skills.ts";
import { followRoster, trainerFromTheStart } from "./trainer-term.ts";

const Name = z.string().trim().min(1).max(60);
const Mobile = z
  .string()
  .trim()
  .regex(/^\+?\d[\d -]{4,19}$/);
const Email = z.email().max(254);
const Teams = z.array(UnitId).max(20);
const SkillsUntil = z.record(z.string().trim().min(1).max(40), Day);
const Skills = z.array(z.string().trim().min(1).max(40)).max(50);

/** Somebody to put on the roster by hand. */
export const Newcomer = z.object({
  employeeNumber: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z_-]{0,31}$/),
  name: Name,
  politicalStatus: Member.PoliticalStatus,
  branchId: UnitId.optional(),
  departmentId: UnitId,
  postId: UnitId,
  teamIds: Teams.default([]),
  skills: Skills.default([]),
  trainer: z.boolean().default(false),
  volunteerSince: Day.optional(),
  mobile: Mobile.optional(),
  email: Email.optional(),
});
export type Newcomer = z.infer<typeof Newcomer>;

/** What may be changed of a member, at the version that was read; null takes a value away. Dated changes take effect on `from`. */
export const Patch = z.object({
  version: z.int().nonnegative(),
  name: Name.optional(),
  mobile: Mobile.nullable().optional(),
  email: Email.nullable().optional(),
  politicalStatus: Member.PoliticalStatus.optional(),
  affiliation: z
    .object({ branchId: UnitId.nullable().optional(), departmentId: UnitId.optional(), postId: UnitId.optional() })
    .optional(),
  /** The local day from which political status and affiliation hold; today when absent. */
  from: Day.optional(),
  teamIds: Teams.optional(),
  skills: Skills.optional(),
  /** The last local day of each skill that ends; given, it replaces all of them. */
  skillsUntil: SkillsUntil.optional(),
  trainer: z.boolean().optional(),
  volunteerSince: Day.nullable().optional(),
  leftOn: Day.nullable().optional(),
});
export type Patch = z.infer<typeof Patch>;

/** Puts somebody on the roster from a local day on. @throws `member.trainer_not_volunteer`, `member.branch_missing` */
export function join(
  newcomer: Newcomer,
  { id, pseudonym, day }: { id: string; pseudonym: string; day: string },
): Member.Info {
  const { politicalStatus, branchId, departmentId, postId, trainer, ...rest } = newcomer;
  return sound(
    Member.Info.parse({
      ...rest,
      ...trainerFromTheStart(trainer, rest.volunteerSince, day),
      id,
      pseudonym,
      politicalStatuses: [{ from: day, status: politicalStatus }],
      affiliations: [{ from: day, ...(branchId && { branchId }), departmentId, postId }],
      roles: [],
      version: 0,
    }),
  );
}

/**
 * Changes a member by hand; transfers and changes of status are dated, never overwritten.
 *
 * @param day - the local day of the change, `YYYY-MM-DD`
 * @throws `edit.changed`, `member.trainer_not_volunteer`, `member.branch_missing`, `member.dated_back` when a dated change
 * would begin before the last one
 * @source docs/domain.md O1, T2
 */
export function revise(member: Member.Info, patch: Patch, day: string): Member.Info {
  const { version, politicalStatus, affiliation, from = day, trainer, ...plain } = patch;
  requireVersion(member, version);
  const given = Object.entries(plain).filter(([, value]) => value !== undefined);
  const changed = Object.fromEntries(given.map(([field, value]) => [field, value ?? undefined]));
  const status = politicalStatus && { from, status: politicalStatus };
  const move = affiliation && moved(member, affiliation, from);
  return sound(
    Member.Info.parse({
      ...member,
      ...followRoster(member, trainer, day),
      ...changed,
      ...(status && { politicalStatuses: dated(member.politicalStatuses, status) }),
      ...(move && { affiliations: dated(member.affiliations, move) }),
    }),
  );
}

function moved(member: Member.Info, change: NonNullable<Patch["affiliation"]>, from: string): Member.Affiliation {
  const { branchId: last, ...rest } = member.affiliations.at(-1) ?? { from };
  const { branchId = last, departmentId, postId } = change;
  return {
    ...rest,
    ...(branchId && { branchId }),
    ...(departmentId && { departmentId }),
    ...(postId && { postId }),
    from,
  };
}

function dated<Entry extends { from: string }>(list: readonly Entry[], entry: Entry): Entry[] {
  const last = list.at(-1);
  if (last && entry.from < last.from) throw memberRefusal("member.dated_back", { from: last.from });
  return [...list.filter((each) => each.from !== entry.from), entry];
}

function sound({ skillsUntil, ...rest }: Member.Info): Member.Info {
  const until = heldUntil({ ...rest, skillsUntil });
  const member = until ? { ...rest, skillsUntil: until } : rest;
  if (member.trainer && member.volunteerSince === undefined) throw memberRefusal("member.trainer_not_volunteer");
  const party = member.politicalStatuses.at(-1)?.status === "partyMember";
  if (party && member.affiliations.at(-1)?.branchId === undefined) throw memberRefusal("member.branch_missing");
  return member;
}

/** A deputy for a role that somebody holds in their own right. */
export const Deputy = z.object({
  deputyId: Member.Id,
  role: Member.Info.shape.roles.element.shape.role,
  scope: Member.Info.shape.roles.element.shape.scope,
  from: Member.Info.shape.roles.element.shape.from,
  until: Member.Info.shape.roles.element.shape.from,
});
export type Deputy = z.infer<typeof Deputy>;

/**
 * Lets another act in a role for a period.
 *
 * @returns the deputy with the grant; it never outlasts the holder's own
 * @throws `member.role_not_held` unless the holder has it in their own right all that time, `member.own_deputy`,
 * `member.left`, `member.role_held`, `member.role_ends_early`
 * @source docs/domain.md Roles
 */
export function deputize(
  deputy: Member.Info,
  { holder, grant, day }: { holder: Member.Info; grant: Omit<Deputy, "deputyId">; day: string },
): Member.Info {
  const { role, scope, from, until } = grant;
  if (deputy.id === holder.id) throw memberRefusal("member.own_deputy");
  if (!Member.isEmployedOn(deputy, day)) throw memberRefusal("member.left", { name: deputy.name });
  const held = holder.roles.some(
    (own) =>
      own.deputyFor === undefined &&
      own.role === role &&
      JSON.stringify(own.scope) === JSON.stringify(scope) &&
      own.from <= from &&
      (own.until === undefined || until <= own.until),
  );
  if (!held) throw memberRefusal("member.role_not_held/throughout", { name: holder.name });
  return Member.grant(deputy, { role, scope, from, until, deputyFor: holder.id });
}
