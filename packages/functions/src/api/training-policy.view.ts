import { z } from "@hono/zod-openapi";
import { TrainingPolicy } from "@yigong/core/policy/index.ts";

const Latest = z.object({ number: z.int(), effectiveOn: z.string() });

/** A training policy as a list shows it: which version was issued last, and which holds today. */
export const PolicySummary = z
  .object({
    id: TrainingPolicy.Id,
    title: z.string(),
    latest: Latest,
    versions: z.int(),
    inForce: z.int().optional(),
    /** Of the latest version. */
    clauses: z.array(z.object({ anchor: z.string(), heading: z.string() })),
  })
  .openapi("TrainingPolicySummary");

/** A training policy with all of its versions; `affected` are the clauses of a course that the latest version changes. */
export const PolicyView = TrainingPolicy.Info.extend({
  latest: Latest,
  inForce: z.int().optional(),
  courses: z.array(
    z.object({
      courseId: z.string(),
      title: z.string(),
      anchors: z.array(z.string()),
      affected: z.array(z.string()),
    }),
  ),
}).openapi("TrainingPolicy");
