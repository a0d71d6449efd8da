import { z } from "@hono/zod-openapi";
import { PoliticalStatus } from "@yigong/core/member/member.ts";
import { Entry as EntrySchema } from "@yigong/core/points/points.ts";
import { WAYS } from "@yigong/core/points/way.ts";
import { pageOf } from "../lib/edge.ts";

export const Points = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .describe("points with two decimals, such as 4.50");
const Workdays = z.string().regex(/^-?\d+\.[05]$/);
const Both = z.object({ "zh-CN": z.string(), en: z.string() });
const line = EntrySchema.shape.lines.element.extend({ points: Points, text: Both });

/** An entry with its reasons: the activity, what was counted, the grade, the rules, and why it was corrected. */
export const EntryView = EntrySchema.pick({
  id: true,
  seq: true,
  year: true,
  kind: true,
  ruleSet: true,
  grade: true,
  evidence: true,
  corrects: true,
  code: true,
  postedAt: true,
})
  .extend({
    activityId: z.string(),
    title: z.string().optional(),
    points: Points,
    workdays: Workdays,
    lines: z.array(line),
    /** Why it was corrected, as it was asked for. */
    reason: z.string().optional(),
  })
  .openapi("PointEntry");
export type EntryView = z.output<typeof EntryView>;

const Missing = {
  missing: Points,
  /** The smallest change of each kind that would be enough; absent where nothing is missing, or the year is over. */
  change: z.object({ ways: z.array(z.object({ kind: z.enum(WAYS), times: z.int() })), text: Both }).optional(),
};

export const YearView = z
  .object({
    memberId: z.string(),
    name: z.string(),
    employeeNumber: z.string(),
    year: z.int(),
    points: Points,
    attendances: z.int(),
    workdays: Workdays,
    covers: z.int(),
    /** The status whose line counts: the last one of the year. */
    status: PoliticalStatus,
    /** The version whose floor and preference line hold for the year. */
    ruleSet: z.int(),
    /** I4: false without points. */
    mayStand: z.boolean(),
    /** I3: for party volunteers; `warned` in the last quarter. */
    floor: z.object({ points: Points, reached: z.boolean(), warned: z.boolean(), ...Missing }).optional(),
    /** I5: more than the line; `missing` is what it takes to exceed it. */
    preference: z.object({ line: Points, exceeded: z.boolean(), ...Missing }),
    entries: pageOf(EntryView),
  })
  .openapi("PointYear");
