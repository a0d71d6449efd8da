import * as z from "zod";
import { idOf } from "../lib/id.ts";
import { Day, Instant } from "../lib/time.ts";
import { UnitId } from "../organization/organization.ts";
import { Grant } from "../permission/role.ts";

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
  politicalStatuses: z.array(z.object({ from: Day, status: PoliticalStatus, text: z.string().optional() })).min(1),
  affiliations: z.array(Affiliation).min(1),
  leftOn: Day.optional(),
  volunteerSince: Day.optional(),
  acceptedCode: z.object({ version: z.int().positive(), at: Instant }).optional(),
  trainer: z.boolean(),
  teamIds: z.array(UnitId),
  skills: z.array(z.string()),
  roles: z.array(Grant),
  version: z.int().nonnegative(),
});
export type Info = z.infer<typeof Info>;

const asOf = <Dated extends { from: string }>(list: readonly Dated[], day: string): Dated | undefined =>
  list.filter((entry) => entry.from <= day).at(-1) ?? list[0];

/** The political status on a local day; rules differ by it. Before the first entry, the first entry counts. */
export const politicalStatusOn = (member: Info, day: string): PoliticalStatus =>
  asOf(member.politicalStatuses, day)?.status ?? "masses";

/** Branch, department and post on a local day. */
export const affiliationOn = (member: Info, day: string): Affiliation =>
  asOf(member.affiliations, day) ?? { from: day };

/** Whether the member was employed on a local day. */
export const isEmployedOn = (member: Info, day: string): boolean => member.leftOn === undefined || day < member.leftOn;

/** Whether the member is a volunteer on a local day. */
export const isVolunteerOn = (member: Info, day: string): boolean =>
  isEmployedOn(member, day) && member.volunteerSince !== undefined && member.volunteerSince <= day;

/** A party volunteer: the ones whom an alliance activity obliges. @source docs/domain.md A4 */
export const isPartyVolunteerOn = (member: Info, day: string): boolean =>
  isVolunteerOn(member, day) && politicalStatusOn(member, day) === "partyMember";
