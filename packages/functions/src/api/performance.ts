import { createRoute } from "@hono/zod-openapi";
import { type CompareDeps, comparePerformance } from "@yigong/application/performance/compare-performance.ts";
import { Performance } from "@yigong/core/performance/index.ts";
import type { Performances } from "@yigong/core/performance/performance.store.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, routes, security } from "../lib/edge.ts";
import { PerformanceComparison, PerformanceSets } from "./performance.view.ts";

const tags = ["Training"];
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface PerformanceRouteDeps extends CompareDeps {
  performances: Pick<Performances, "of" | "sets">;
}

/** Results of the company's programmes, compared within each post, under `/performance`. @source docs/domain.md T7 */
export const performanceRoutes = (deps: PerformanceRouteDeps) => {
  const compareSet = comparePerformance(deps);
  return routes()
    .openapi(
      createRoute({
        ...route("/performance", "List the programmes and periods with results"),
        method: "get",
        responses: answers(PerformanceSets, "Programmes and periods, the latest first"),
      }),
      async (c) => {
        allow(actorOf(c), "performance.compare");
        return c.json({ items: (await deps.performances.sets()).toReversed() }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/performance/comparison", "Compare groups with their colleagues of the same post"),
        method: "get",
        request: { query: Performance.Scope },
        responses: answers(PerformanceComparison, "Differences in percentage points, and what was left out"),
      }),
      async (c) => {
        allow(actorOf(c), "performance.compare");
        const set = c.req.valid("query");
        return c.json({ ...set, ...(await compareSet(set)) }, 200);
      },
    );
};
