import { z } from "@hono/zod-openapi";
import { Series } from "@yigong/core/series/index.ts";

/** One visit: planned, an activity, skipped, cancelled, not made, or not announced in time. */
export const VisitView = z
  .object({
    day: z.string(),
    startsAt: z.string(),
    endsAt: z.string(),
    state: z.enum(["planned", "made", "skipped", "cancelled", "notMade", "missed"]),
    activityId: z.string().optional(),
    changed: z.array(z.enum(["times", "text", "setup"])).optional(),
    code: z.string().optional(),
    reason: z.string().optional(),
  })
  .openapi("Visit");

/** A series as a list has it, with its next visit and how many there are. */
export const SeriesListed = Series.Info.omit({ earlier: true, skipped: true })
  .extend({ next: z.string().optional(), count: z.int() })
  .openapi("ListedSeries");

/** A series with all of its visits. */
export const SeriesView = Series.Info.omit({ earlier: true })
  .extend({
    visits: z.array(VisitView),
    organizer: z.object({ name: z.string(), employeeNumber: z.string() }).optional(),
  })
  .openapi("Series");

/** A changed series, and what became of the activities that were made before. */
export const SeriesChanged = SeriesView.extend({
  followed: z.array(z.string()),
  stayed: z.array(
    z.object({
      day: z.string(),
      activityId: z.string(),
      why: z.enum(["changedAlone", "published", "notInSeries", "refused"]),
      code: z.string().optional(),
    }),
  ),
}).openapi("ChangedSeries");
