import { z } from "@hono/zod-openapi";
import { Service } from "@yigong/core/service/index.ts";

/** A long-term service with the day on which its next visit is due, and its owner by name. */
export const ServiceView = Service.Info.extend({
  dueOn: z.string().optional(),
  owner: z.object({ name: z.string(), employeeNumber: z.string() }).optional(),
}).openapi("LongTermService");
