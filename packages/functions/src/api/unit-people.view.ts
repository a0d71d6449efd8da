import { z } from "@hono/zod-openapi";

export const StaffingView = z
  .object({
    unitId: z.string(),
    people: z.int(),
    /** The secretary of a branch, the lead of a team, the head of a department or post; none, or several. */
    heads: z.array(z.object({ memberId: z.string(), name: z.string(), employeeNumber: z.string() })),
  })
  .openapi("UnitStaffing");
