import { createRoute, z } from "@hono/zod-openapi";
import { listWeek, type WeekDeps } from "@yigong/application/activity/list-week.ts";
import { countingTrend, type TrendDeps } from "@yigong/application/organization/count-trend.ts";
import { STAGES } from "@yigong/core/lifecycle/lifecycle.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, routes, security } from "../lib/edge.ts";

const Share = z.object({
  month: z.string(),
  numerator: z.int(),
  denominator: z.int(),
  /** Absent when there is nothing to share. */
  percentage: z.string().optional(),
});
const TrendView = z
  .object({
    participations: z.array(z.object({ month: z.string(), value: z.int() })),
    archivedOnTime: z.array(Share),
    satisfaction: z.array(Share),
  })
  .openapi("FiguresTrend");
const WeekView = z
  .object({
    items: z.array(
      z.object({
        activityId: z.string(),
        title: z.string(),
        stage: z.enum(STAGES),
        startsAt: z.string(),
        endsAt: z.string(),
        place: z.string(),
        placed: z.int(),
        headCount: z.int(),
        mine: z.boolean(),
      }),
    ),
  })
  .openapi("MyWeek");

export interface FigureRouteDeps extends TrendDeps, WeekDeps {
  activities: TrendDeps["activities"];
  lifecycles: TrendDeps["lifecycles"];
}

/** What a work bench shows beside the tasks: figures with their trend, and this week. */
export const figureRoutes = (deps: FigureRouteDeps) => {
  const trendOf = countingTrend(deps);
  return routes()
    .openapi(
      createRoute({
        path: "/figures/trend",
        summary: "Attendances, archives filed in time and satisfaction by month, at most half a minute ago",
        tags: ["Organization"],
        security,
        method: "get",
        request: { query: z.object({ months: z.coerce.number().int().min(1).max(36).default(12) }) },
        responses: answers(TrendView, "Months `YYYY-MM`, the oldest first"),
      }),
      async (c) => {
        allow(actorOf(c), "organization.read");
        return c.json(await trendOf(c.req.valid("query").months), 200);
      },
    )
    .openapi(
      createRoute({
        path: "/me/week",
        summary: "The activities of this week",
        tags: ["Me"],
        security,
        method: "get",
        responses: answers(WeekView, "Activities by start, Monday to Sunday"),
      }),
      async (c) => {
        allow(actorOf(c), "activity.read");
        const found = await listWeek(deps, actorOf(c).memberId, deps.now());
        const items = found.map(({ activity: { id, title, place }, ...one }) => ({
          activityId: id as string,
          title,
          place,
          ...one,
        }));
        c.header("cache-control", "private, no-cache");
        return c.json({ items }, 200);
      },
    );
};
