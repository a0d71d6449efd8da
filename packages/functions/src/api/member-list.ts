import { z } from "@hono/zod-openapi";
import { PageRequest } from "@yigong/core/lib/page.ts";
import * as Member from "@yigong/core/member/member.ts";
import { UnitId } from "@yigong/core/organization/organization.ts";
import { Role } from "@yigong/core/permission/role.ts";
import { Offset } from "../lib/edge.ts";

/** What a list of the roster is asked for by. */
export const Listing = PageRequest.extend({
  offset: Offset,
  branch: UnitId.optional(),
  team: UnitId.optional(),
  status: Member.PoliticalStatus.optional(),
  volunteers: z.enum(["true", "false"]).optional(),
  left: z.enum(["true", "false"]).default("false"),
  role: Role.optional(),
  skill: z.string().trim().min(1).max(40).optional(),
  /** A part of a name or an employee number, the name's pinyin or its initials. */
  q: z.string().trim().min(1).max(60).optional(),
  /** By name is by its pinyin. */
  sort: z.enum(["employeeNumber", "name"]).default("employeeNumber"),
});

/** The same as the use case takes it. */
export const queryOf = ({ limit, cursor, offset, volunteers, left, ...query }: z.output<typeof Listing>) => ({
  ...query,
  place: { limit, cursor, offset },
  volunteers: volunteers === undefined ? undefined : volunteers === "true",
  left: left === "true",
});
