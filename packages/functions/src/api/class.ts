import { createRoute, z } from "@hono/zod-openapi";
import {
  beginClass,
  cancelClass,
  cancelClassSession,
  closeClass,
  reviseClass,
} from "@yigong/application/class/change-class.ts";
import type { ClassDeps } from "@yigong/application/class/class-stores.ts";
import { trainingFigures } from "@yigong/application/class/training-figures.ts";
import { SessionId } from "@yigong/core/activity/activity.ts";
import { TrainingClass } from "@yigong/core/class/index.ts";
import { Course } from "@yigong/core/course/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { CalendarYear, instantOf } from "@yigong/core/lib/time.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import type { Context } from "hono";
import { actorOf, answers, body, type Env, pageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { ClassView, TrainingFiguresView } from "./class.view.ts";
import { classSubject, showClasses } from "./show-class.ts";

const tags = ["Training"];
const ById = z.object({ id: TrainingClass.Id });
const BySession = ById.extend({ sessionId: SessionId });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Version = z.object({ version: z.int().nonnegative() });
const Reason = z.object({ reason: z.string().trim().min(1).max(1000) });
const New = TrainingClass.Writing.extend({ courseId: Course.Id, late: z.string().trim().min(2).max(300).optional() });
const Listing = PageRequest.extend({ year: CalendarYear.optional(), courseId: Course.Id.optional() });
const view = answers(ClassView, "The class");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface ClassRouteDeps extends ClassDeps {
  now: () => string;
}

/** Classes of courses, under `/classes`; a team lead plans those of their team. @source docs/domain.md T1, T3 */
export const classRoutes = (deps: ClassRouteDeps) => {
  const { classes, courses, newId, now, zone } = deps;
  const show = async (id: string) => {
    const [shown] = await showClasses(deps, [await classes.get(id)], now());
    return shown as z.output<typeof ClassView>;
  };
  const writing = async (c: Context<Env>, id: string) => ({
    by: allow(actorOf(c), "class.write", classSubject(await classes.get(id), actorOf(c))),
    at: now(),
  });
  const current = (id: string) => async () => ({ shown: await show(id) });
  const figures = trainingFigures(deps);
  const [begin, revise] = [beginClass(deps), reviseClass(deps)];
  const [cancel, cancelSession, close] = [cancelClass(deps), cancelClassSession(deps), closeClass(deps)];
  return routes()
    .openapi(
      createRoute({
        ...route("/classes", "Plan a class of a course, or enter one that was held"),
        method: "post",
        request: { headers: Once, ...body(New) },
        responses: view,
      }),
      async (c) => {
        const [said, key] = [c.req.valid("json"), c.req.valid("header")[IDEMPOTENCY_KEY]];
        const { teamId } = await courses.get(said.courseId);
        const by = allow(actorOf(c), "class.write", { teamIds: teamId ? [teamId] : [] });
        const id = TrainingClass.Id.parse(keyedId(newId, "cls", { memberId: by.actorId, key }));
        await begin(said, { id, by, at: now() });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/classes", "List the classes of a year or of a course"),
        method: "get",
        request: { query: Listing },
        responses: answers(pageOf(ClassView), "Classes, the latest first"),
      }),
      async (c) => {
        allow(actorOf(c), "class.read");
        const { year, courseId, ...page } = c.req.valid("query");
        const found = await (courseId
          ? classes.ofCourse(courseId, page)
          : classes.list(spanOf(year, { at: now(), zone }), page));
        return c.json({ ...found, items: await showClasses(deps, found.items, now()) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/training/figures", "What training came to in a year, with the classes behind each figure"),
        method: "get",
        request: { query: z.object({ year: CalendarYear }) },
        responses: answers(
          TrainingFiguresView,
          "Attendances and people by kind, and of employees taught by volunteers",
        ),
      }),
      async (c) => {
        allow(actorOf(c), "class.count");
        const { year } = c.req.valid("query");
        return c.json({ year, ...(await figures(year, now())) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/classes/{id}", "Read a class"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        allow(actorOf(c), "class.read");
        return c.json(await show(c.req.valid("param").id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/classes/{id}", "Say a class otherwise, as a whole"),
        method: "put",
        request: { params: ById, ...body(TrainingClass.Writing.extend(Version.shape)) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, { version, ...said }] = [c.req.valid("param"), c.req.valid("json")];
        const act = { ...(await writing(c, id)), version };
        await editing(said, () => revise(id, said, act), current(id));
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/classes/{id}/cancellation", "Call a class off"),
        method: "post",
        request: { params: ById, ...body(Reason) },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await cancel(id, { ...(await writing(c, id)), ...c.req.valid("json") });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/classes/{id}/sessions/{sessionId}/cancellation", "Call one session of a class off"),
        method: "post",
        request: { params: BySession, ...body(Reason) },
        responses: view,
      }),
      async (c) => {
        const { id, sessionId } = c.req.valid("param");
        await cancelSession({ classId: id, sessionId }, { ...(await writing(c, id)), ...c.req.valid("json") });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/classes/{id}/close", "Close a class that is over: its attendances count from then on"),
        method: "post",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const by = allow(actorOf(c), "class.close", classSubject(await classes.get(id), actorOf(c)));
        await close(id, { by, at: now() });
        return c.json(await show(id), 200);
      },
    );
};

const EVER = { from: "1900", to: "9999" };

const spanOf = (year: number | undefined, { zone }: { at: string; zone: string }) =>
  year === undefined
    ? EVER
    : { from: instantOf(`${year}-01-01`, "00:00", zone), to: instantOf(`${year + 1}-01-01`, "00:00", zone) };
