import { z } from "@hono/zod-openapi";
import { STATES } from "@yigong/application/archive/list-archives.ts";

export const RegisterLineView = z
  .object({
    activityId: z.string(),
    title: z.string(),
    /** The register it is filed in, or will be as far as was said; the committee's by default. */
    owner: z.string(),
    endsAt: z.string(),
    dueAt: z.string(),
    filedAt: z.string().optional(),
    year: z.int().optional(),
    number: z.int().optional(),
    materials: z.int().optional(),
    state: z.enum(STATES),
    isTypical: z.boolean(),
  })
  .openapi("RegisterLine");
