import { z } from "@hono/zod-openapi";
import * as Member from "@yigong/core/member/member.ts";
import { Grant } from "@yigong/core/permission/role.ts";

const Named = { name: z.string(), employeeNumber: z.string() };
export const HistoryView = z
  .object({
    affiliations: z.array(Member.Affiliation),
    politicalStatuses: Member.Info.shape.politicalStatuses,
    /** Every role that was ever given, with whom a deputy stands in for. */
    roles: z.array(Grant.extend({ principal: z.object(Named).optional() })),
    /** Who stands in for the member, or did. */
    deputies: z.array(Grant.omit({ deputyFor: true }).extend({ memberId: z.string(), ...Named })),
  })
  .openapi("MemberHistory");
