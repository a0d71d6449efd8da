import { z } from "@hono/zod-openapi";
import { Performance } from "@yigong/core/performance/index.ts";

export const PerformanceSets = z
  .object({ items: z.array(z.object(Performance.Scope.shape)) })
  .openapi("PerformanceSets");

const PostCompared = z.object({
  postId: z.string(),
  inGroup: z.int(),
  others: z.int(),
  means: z.object({ inGroup: z.string().optional(), others: z.string() }).optional(),
  leftOut: z.enum(["nobodyInGroup", "tooFewOthers"]).optional(),
});

export const Compared = z.object({
  inGroup: z.int(),
  others: z.int(),
  difference: z.object({ table: z.string(), text: z.string() }).optional(),
  posts: z.array(PostCompared),
});

/** Groups against their colleagues of the same post: points to 0.1 for tables and to whole points for text. */
export const PerformanceComparison = Performance.Scope.extend({
  people: z.int(),
  groups: z.array(z.object({ group: z.enum(["party", "volunteers"]), results: Compared, start: Compared })),
}).openapi("PerformanceComparison");
