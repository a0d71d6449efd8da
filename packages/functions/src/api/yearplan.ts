import { createRoute, z } from "@hono/zod-openapi";
import { readYearplan, type YearplanDeps } from "@yigong/application/yearplan/read-yearplan.ts";
import { type CadenceDeps, setCadence } from "@yigong/application/yearplan/set-cadence.ts";
import { CalendarYear } from "@yigong/core/lib/time.ts";
import { UnitId } from "@yigong/core/organization/organization.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Cadence } from "@yigong/core/yearplan/yearplan.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { YearplanView } from "./yearplan.view.ts";

const tags = ["Training"];
const ByYear = z.object({ year: CalendarYear });
const ByTeam = ByYear.extend({ teamId: UnitId });
const view = answers(YearplanView, "Teams with their quarters, each with the classes behind it");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface YearplanRouteDeps extends YearplanDeps, Omit<CadenceDeps, "cadences" | "units"> {
  cadences: YearplanDeps["cadences"] & CadenceDeps["cadences"];
  units: YearplanDeps["units"] & CadenceDeps["units"];
  now: () => string;
}

/** The yearly plan of classes by team, under `/training-plans`. @source docs/domain.md T3 */
export const yearplanRoutes = (deps: YearplanRouteDeps) => {
  const { now } = deps;
  const [read, set] = [readYearplan(deps), setCadence(deps)];
  const show = async (year: number) => ({ year, items: await read(year, now()) });
  return routes()
    .openapi(
      createRoute({
        ...route("/training-plans/{year}", "Read a year's plan of classes by team and quarter"),
        method: "get",
        request: { params: ByYear },
        responses: view,
      }),
      async (c) => {
        allow(actorOf(c), "yearplan.read");
        return c.json(await show(c.req.valid("param").year), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/training-plans/{year}/teams/{teamId}", "Say how many classes a quarter a team is to have in a year"),
        method: "put",
        request: { params: ByTeam, ...body(Cadence.pick({ perQuarter: true })) },
        responses: view,
      }),
      async (c) => {
        const [key, { perQuarter }] = [c.req.valid("param"), c.req.valid("json")];
        await set(key, { perQuarter, by: allow(actorOf(c), "yearplan.set"), at: now() });
        return c.json(await show(key.year), 200);
      },
    );
};
