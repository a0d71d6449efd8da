import * as z from "zod";
import { LANGUAGES } from "../language/catalogue.ts";
import { idOf } from "../lib/id.ts";
import { Day, Instant } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";
import { grantsAt } from "../permission/policy.ts";
import { Grant, type Role, type Scope } from "../permission/role.ts";
import { Accounts } from "./accounts.ts";
import { memberRefusal } from "./member.refusals.ts";
import { TrainerTerm } from "./trainer-term.ts";

export const Id = idOf("mem");
export type Id = z.infer<typeof Id>;

export const PoliticalStatus = z.enum(["partyMember", "leagueMember", "masses"]);
export type PoliticalStatus = z.infer<typeof PoliticalStatus>;

/** One branch, one department and one post from a day on. Transfers add one; nothing is overwritten. @source docs/domain.md O1 */
export const Affiliation = z.object({
  from: Day,
  branchId: UnitId.optional(),
  departmentId: UnitId.optional(),
  postId: UnitId.optional(),
});
export type Affiliation = z.infer<typeof Affiliation>;

/** Somebody on the roster: volunteers and other employees alike. `pseudonym` is what the ledger knows. */
export const Info = z.object({
  id: Id,
  employeeNumber: z.string().min(1).max(32),
  name: z.string().min(1).max(60),
  pseudonym: z.string().regex(/^[0-9a-z]{26}$/),
  mobile: z.string().max(32).optional(),
  email: z.string().max(254).optional(),
  accounts: Accounts.optional(),
  politicalStatuses: z.array(z.object({ from: Day, status: PoliticalStatus, text: z.string().optional() })).min(1),
  affiliations: z.array(Affiliation).min(1),
  leftOn: Day.optional(),
  volunteerSince: Day.optional(),
  acceptedCode: z.object({ version: z.int().positive(), at: Instant }).optional(),
  /** The language that they chose to be spoken to in; without one, that of the reader's program or zh-CN. */
  language: z.enum(LANGUAGES).optional(),
  /** What the roster's column says; who is a trainer when is said by `trainerTerms`, see `trainer-term.ts`. */
  trainer: z.boolean(),
  trainerTerms: z.array(TrainerTerm).optional(),
  teamIds: z.array(UnitId),
  skills: z.array(z.string()),
  /** The last local day on which a skill counts; one without it does not end. */
  skillsUntil: z.record(z.string(), Day).optional(),
  roles: z.array(Grant),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

const asOf = <Dated extends { from: string }>(list: readonly Dated[], day: string): Dated | undefined =>
  list.filter((entry) => entry.from <= day).at(-1) ?? list[0];

/** The political status on a local day; rules differ by it. Before the first entry, the first entry counts. */
export const politicalStatusOn = (member: Pick<Info, "politicalStatuses">, day: string): PoliticalStatus =>
  asOf(member.politicalStatuses, day)?.status ?? "masses";

/** Branch, department and post on a local day. */
export const affiliationOn = (member: Pick<Info, "affiliations">, day: string): Affiliation =>
  asOf(member.affiliations, day) ?? { from: day };

/** Whether the member was employed on a local day. */
export const isEmployedOn = (member: Pick<Info, "leftOn">, day: string): boolean =>
  member.leftOn === undefined || day < member.leftOn;

/** Whether the member is a volunteer on a local day. */
export const isVolunteerOn = (member: Pick<Info, "leftOn" | "volunteerSince">, day: string): boolean =>
  isEmployedOn(member, day) && member.volunteerSince !== undefined && member.volunteerSince <= day;

/** A party volunteer: the ones whom an alliance activity obliges. @source docs/domain.md A4 */
export const isPartyVolunteerOn = (
  member: Pick<Info, "leftOn" | "volunteerSince" | "politicalStatuses">,
  day: string,
): boolean => isVolunteerOn(member, day) && politicalStatusOn(member, day) === "partyMember";

/** Whether the member holds a role anywhere at an instant. */
export const holds = (member: Pick<Info, "roles">, role: Role, at: string): boolean =>
  grantsAt(member.roles, at).some((grant) => grant.role === role);

/** Whose deputy a member is. */
export const principalsOf = ({ roles }: Pick<Info, "roles">): string[] => [
  ...new Set(roles.flatMap(({ deputyFor }) => deputyFor ?? [])),
];

/**
 * The grants under which a member may act at an instant. A deputy's end when the holder leaves or holds the role no more.
 *
 * @param principals - the members whose deputy this one is, as far as they exist
 * @param day - the local day of `at`
 * @source docs/domain.md Roles
 */
export function grantsInForce(
  member: Pick<Info, "roles">,
  { principals, at, day }: { principals: readonly Info[]; at: string; day: string },
): Grant[] {
  const stands = ({ deputyFor, role, scope }: Grant) => {
    const principal = principals.find(({ id }) => id === deputyFor);
    if (!principal || !isEmployedOn(principal, day)) return false;
    return grantsAt(principal.roles, at).some((own) => isSameGrant(own, { role, scope, from: at }));
  };
  return grantsAt(member.roles, at).filter((grant) => grant.deputyFor === undefined || stands(grant));
}

/** A phone number as others see it: the first three and the last four digits. */
export const masked = (mobile: string | undefined): string | undefined =>
  mobile === undefined ? undefined : mobile.length < 8 ? "****" : `${mobile.slice(0, 3)}****${mobile.slice(-4)}`;

/**
 * Makes a volunteer accept the service spirit and the four-part code, once for each version.
 *
 * @throws `member.not_volunteer`, `member.code_superseded` when another version is in force, `member.accepted_already`
 * @source docs/domain.md O2
 */
export function accept(
  member: Info,
  { version, inForce, at, day }: { version: number; inForce: number; at: string; day: string },
): Info {
  if (!isVolunteerOn(member, day)) throw memberRefusal("member.not_volunteer");
  if (version !== inForce) throw memberRefusal("member.code_superseded", { version: inForce });
  if (member.acceptedCode?.version === version)
    throw memberRefusal("member.accepted_already", { version, at: member.acceptedCode.at });
  return { ...member, acceptedCode: { version, at } };
}

/** Chooses the language in which somebody is spoken to; undefined takes the choice back. The same choice changes nothing. */
export function speak(member: Info, language: Info["language"]): Info {
  if (member.language === language) return member;
  const { language: _, ...rest } = member;
  return language === undefined ? rest : { ...rest, language };
}

/** Gives a role from an instant on. @throws `member.role_held` when the same grant is in force, `member.role_ends_early` */
export function grant(member: Info, given: Grant): Info {
  if (given.until !== undefined && given.until <= given.from) throw memberRefusal("member.role_ends_early");
  const open = member.roles.find(
    (held) => isSameGrant(held, given) && (held.until === undefined || held.until > given.from),
  );
  if (open) throw memberRefusal("member.role_held", { name: member.name });
  return { ...member, roles: [...member.roles, given] };
}

/** Ends the grants of a role in a scope at an instant. @throws `member.role_not_held` */
export function revoke(member: Info, { role, scope, at }: { role: Role; scope: Scope; at: string }): Info {
  const ends = (held: Grant) =>
    held.deputyFor === undefined &&
    held.role === role &&
    isSameScope(held.scope, scope) &&
    (held.until === undefined || held.until > at);
  if (!member.roles.some(ends)) throw memberRefusal("member.role_not_held", { name: member.name });
  return { ...member, roles: member.roles.map((held) => (ends(held) ? { ...held, until: at } : held)) };
}

const isSameScope = (a: Scope, b: Scope): boolean =>
  a.kind === b.kind && (a.kind === "all" || b.kind === "all" || a.unitId === b.unitId);
const isSameGrant = (a: Grant, b: Grant): boolean =>
  a.role === b.role && isSameScope(a.scope, b.scope) && a.deputyFor === b.deputyFor;

/** Ends the grants by which a member stands in for somebody in a role; without any the member is handed back as it is. */
export function endDeputyship(
  member: Info,
  { holderId, role, scope, at }: { holderId: string; role: Role; scope: Scope; at: string },
): Info {
  const ends = (held: Grant) =>
    held.deputyFor === holderId &&
    held.role === role &&
    isSameScope(held.scope, scope) &&
    (held.until === undefined || held.until > at);
  if (!member.roles.some(ends)) return member;
  return { ...member, roles: member.roles.map((held) => (ends(held) ? { ...held, until: at } : held)) };
}
