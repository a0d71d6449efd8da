import { z } from "@hono/zod-openapi";
import * as Member from "@yigong/core/member/member.ts";
import { isTrainerOn } from "@yigong/core/member/trainer-term.ts";
import { Grant } from "@yigong/core/permission/role.ts";

/** A member as others see one: the phone number masked, no mail address, nothing that the ledger knows them by. */
export const MemberView = z
  .object({
    id: z.string(),
    employeeNumber: z.string(),
    name: z.string(),
    politicalStatus: Member.PoliticalStatus,
    politicalText: z.string().optional(),
    branchId: z.string().optional(),
    departmentId: z.string().optional(),
    postId: z.string().optional(),
    teamIds: z.array(z.string()),
    skills: z.array(z.string()),
    /** The last day of each skill that ends. */
    skillsUntil: Member.Info.shape.skillsUntil,
    trainer: z.boolean(),
    volunteerSince: z.string().optional(),
    leftOn: z.string().optional(),
    mobile: z.string().optional(),
    acceptedCode: Member.Info.shape.acceptedCode,
    language: Member.Info.shape.language,
    roles: z.array(Grant),
    version: z.int(),
  })
  .meta({ id: "Member" });
export type MemberView = z.infer<typeof MemberView>;

/** When a member is looked at, and whose deputies those looked at are. */
interface Moment {
  at: string;
  day: string;
  principals: readonly Member.Info[];
}

/** A member as others see one, at an instant and its local day. */
export const memberView = (member: Member.Info, { at, day, principals }: Moment): MemberView =>
  MemberView.parse({
    ...member,
    ...Member.affiliationOn(member, day),
    trainer: isTrainerOn(member, day),
    politicalStatus: Member.politicalStatusOn(member, day),
    politicalText: member.politicalStatuses.findLast((entry) => entry.from <= day)?.text,
    mobile: Member.masked(member.mobile),
    roles: Member.grantsInForce(member, { principals, at, day }),
  });

/** A member as the subject of a permission. */
export const subjectOf = (member: Member.Info, day: string) => ({
  ownerId: member.id,
  branchId: Member.affiliationOn(member, day).branchId,
  teamIds: member.teamIds,
});
