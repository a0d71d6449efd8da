import { createRoute, z } from "@hono/zod-openapi";
import { beginSeries } from "@yigong/application/series/begin-series.ts";
import { endSeries, reviseSeries, skipVisit } from "@yigong/application/series/change-series.ts";
import type { FollowDeps } from "@yigong/application/series/follow-series.ts";
import { readVisits } from "@yigong/application/series/read-series.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import { Day } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import { Series } from "@yigong/core/series/index.ts";
import type { Context } from "hono";
import { actorOf, answers, body, type Env, pageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { SeriesChanged, SeriesListed, SeriesView } from "./series.view.ts";

const tags = ["Activities"];
const ById = z.object({ id: Series.Id });
const Reason = z.string().trim().min(1).max(1000);
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Version = z.object({ version: z.int().nonnegative() });
const view = answers(SeriesView, "The series and its visits");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface SeriesDeps extends FollowDeps {
  members: FollowDeps["members"] & Pick<Members, "getMany">;
}

/** Visits that repeat, under `/series`. @source docs/domain.md A10 */
export const seriesRoutes = (deps: SeriesDeps) => {
  const visits = readVisits(deps);
  const show = async (id: string) => {
    const held = await deps.series.get(id);
    const { earlier: _, ...series } = held;
    const [organizer] = await deps.members.getMany([series.organizerId], recent);
    return {
      ...series,
      visits: await visits(held, deps.now()),
      ...(organizer && { organizer: { name: organizer.name, employeeNumber: organizer.employeeNumber } }),
    };
  };
  /** Who runs the series acts on it now. */
  const running = async (c: Context<Env>, id: string) => {
    const { organizerId, content } = await deps.series.get(id);
    const by = allow(actorOf(c), "series.run", activitySubjectBeyondTeam({ organizerId, branchId: content.branchId }));
    return { by, at: deps.now() };
  };
  const current = (id: string) => async () => ({ shown: await show(id) });
  const [begin, revise, skip, end] = [beginSeries(deps), reviseSeries(deps), skipVisit(deps), endSeries(deps)];

  return routes()
    .openapi(
      createRoute({
        ...route("/series", "Begin a series of activities"),
        method: "post",
        request: { headers: Once, ...body(Series.Writing) },
        responses: view,
      }),
      async (c) => {
        const [actor, key] = [actorOf(c), c.req.valid("header")[IDEMPOTENCY_KEY]];
        const id = Series.Id.parse(keyedId(deps.newId, "srs", { memberId: actor.memberId, key }));
        await begin(c.req.valid("json"), { actor, at: deps.now(), id });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/series", "List series, the latest end first"),
        method: "get",
        request: { query: PageRequest },
        responses: answers(pageOf(SeriesListed), "Series with their next visit"),
      }),
      async (c) => {
        allow(actorOf(c), "series.read");
        const { items, ...page } = await deps.series.list(c.req.valid("query"));
        return c.json({ ...page, items: items.map((one) => listed(one, deps)) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/series/{id}", "Read a series with its visits"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        allow(actorOf(c), "series.read");
        return c.json(await show(c.req.valid("param").id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/series/{id}", "Change all visits of a series that follow"),
        method: "patch",
        request: { params: ById, ...body(Series.Patch.extend(Version.shape)) },
        responses: answers(SeriesChanged, "The series, and which of its activities followed or stayed"),
      }),
      async (c) => {
        const [{ id }, given] = [c.req.valid("param"), c.req.valid("json")];
        const { version, ...patch } = given;
        const act = { ...(await running(c, id)), version };
        const outcome = await editing(given, () => revise(id, patch, act), current(id));
        return c.json({ ...(await show(id)), ...outcome }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/series/{id}/skip", "Leave one visit of a series out"),
        method: "post",
        request: { params: ById, ...body(Version.extend({ day: Day, reason: Reason })) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, given] = [c.req.valid("param"), c.req.valid("json")];
        const { day, ...rest } = given;
        const act = { ...(await running(c, id)), ...rest };
        await editing({}, () => skip(id, day, act), current(id));
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/series/{id}/end", "End a series; its activities stay"),
        method: "post",
        request: { params: ById, ...body(Version.extend({ reason: Reason })) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, given] = [c.req.valid("param"), c.req.valid("json")];
        const act = { ...(await running(c, id)), ...given };
        await editing({}, () => end(id, act), current(id));
        return c.json(await show(id), 200);
      },
    );
};

/** A series as a list has it. */
function listed({ earlier: _, skipped, ...series }: Series.Info, { now, zone }: Pick<FollowDeps, "now" | "zone">) {
  const visits = Series.occurrencesOf(series, zone);
  const at = now();
  const next = series.ended
    ? undefined
    : visits.find(({ day, startsAt }) => startsAt > at && !Series.isSkipped({ skipped }, day));
  return { ...series, count: visits.length - skipped.length, ...(next && { next: next.startsAt }) };
}
