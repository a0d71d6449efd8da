import { z } from "@hono/zod-openapi";
import { Grant } from "@yigong/core/permission/role.ts";

const Held = Grant.omit({ deputyFor: true }).extend({ unit: z.string().optional() });
const Deputyship = Held.extend({ memberId: z.string(), name: z.string() });

/** The roles that somebody holds in their own right, who acts for them, and for whom they act now. */
export const DeputiesView = z
  .object({ roles: z.array(Held), deputies: z.array(Deputyship), actingFor: z.array(Deputyship) })
  .openapi("Deputies");

/** Colleagues by name and number, of whom one is chosen. */
export const ColleaguesView = z
  .object({ items: z.array(z.object({ id: z.string(), name: z.string(), employeeNumber: z.string() })) })
  .openapi("Colleagues");
