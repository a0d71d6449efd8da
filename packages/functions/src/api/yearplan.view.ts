import { z } from "@hono/zod-openapi";
import { CLASS_STATES, COLOURS } from "@yigong/core/yearplan/yearplan.ts";

const PlannedClass = z.object({
  id: z.string(),
  courseId: z.string(),
  teamId: z.string().optional(),
  title: z.string(),
  startsAt: z.string(),
  state: z.enum(CLASS_STATES),
});

/** The year of each team in its quarters, with the classes behind each. */
export const YearplanView = z
  .object({
    year: z.int(),
    items: z.array(
      z.object({
        teamId: z.string(),
        perQuarter: z.int(),
        cells: z.array(
          z.object({
            quarter: z.int(),
            wanted: z.int(),
            held: z.int(),
            planned: z.int(),
            colour: z.enum(COLOURS),
            isOverdue: z.boolean(),
            classes: z.array(PlannedClass),
          }),
        ),
      }),
    ),
  })
  .openapi("TrainingYearplan");
