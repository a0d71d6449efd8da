import { createRoute, z } from "@hono/zod-openapi";
import { beginCourse, type CourseDeps, endCourse, reviseCourse } from "@yigong/application/course/change-course.ts";
import { Course } from "@yigong/core/course/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { TrainingPolicy } from "@yigong/core/policy/index.ts";
import type { Context } from "hono";
import { actorOf, answers, body, type Env, pageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { CourseView, ListedCourse } from "./course.view.ts";

const tags = ["Training"];
const ById = z.object({ id: Course.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Version = z.object({ version: z.int().nonnegative() });
const view = answers(CourseView, "The course");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface CourseRouteDeps extends CourseDeps {
  now: () => string;
}

/** Courses of training, under `/courses`; a team lead writes those of their team. @source docs/domain.md T1, T3, T8 */
export const courseRoutes = (deps: CourseRouteDeps) => {
  const { courses, policies, newId, now } = deps;
  const show = async (id: string): Promise<z.output<typeof CourseView>> => {
    const course = await courses.get(id);
    const found = await policies.getMany([...new Set(course.clauses.map(({ policyId }) => policyId))]);
    const clauses = course.clauses.map((link) => worded(link, found));
    return { ...course, clauses };
  };
  const writing = (c: Context<Env>, teamId: string | undefined) =>
    allow(actorOf(c), "course.write", { teamIds: teamId ? [teamId] : [] });
  const current = (id: string) => async () => ({ shown: await show(id) });
  const [begin, revise, end] = [beginCourse(deps), reviseCourse(deps), endCourse(deps)];
  return routes()
    .openapi(
      createRoute({
        ...route("/courses", "Add a course"),
        method: "post",
        request: { headers: Once, ...body(Course.Writing) },
        responses: view,
      }),
      async (c) => {
        const [said, key] = [c.req.valid("json"), c.req.valid("header")[IDEMPOTENCY_KEY]];
        const by = writing(c, said.teamId);
        const id = Course.Id.parse(keyedId(newId, "crs", { memberId: by.actorId, key }));
        await begin(said, { id, by, at: now() });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/courses", "List the courses"),
        method: "get",
        request: { query: PageRequest },
        responses: answers(pageOf(ListedCourse), "Courses, the newest first"),
      }),
      async (c) => {
        allow(actorOf(c), "course.read");
        return c.json(await courses.list(c.req.valid("query")), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/courses/{id}", "Read a course with the clauses that it follows"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        allow(actorOf(c), "course.read");
        return c.json(await show(c.req.valid("param").id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/courses/{id}", "Say a course otherwise, as a whole"),
        method: "put",
        request: { params: ById, ...body(Course.Writing.extend(Version.shape)) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, { version, ...said }] = [c.req.valid("param"), c.req.valid("json")];
        writing(c, (await courses.get(id)).teamId);
        const act = { by: writing(c, said.teamId), at: now(), version };
        await editing(said, () => revise(id, said, act), current(id));
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/courses/{id}/end", "End a course; its record stays"),
        method: "post",
        request: { params: ById, ...body(Version.extend({ reason: z.string().trim().min(1).max(1000) })) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, given] = [c.req.valid("param"), c.req.valid("json")];
        const act = { by: writing(c, (await courses.get(id)).teamId), at: now(), ...given };
        await editing({}, () => end(id, act), current(id));
        return c.json(await show(id), 200);
      },
    );
};

/** A link with what its clause says in the latest version; one that was dropped since says nothing. */
function worded(
  { policyId, anchor }: Course.ClauseLink,
  policies: readonly TrainingPolicy.Info[],
): z.output<typeof CourseView>["clauses"][number] {
  const policy = policies.find(({ id }) => id === policyId);
  const clause = policy && TrainingPolicy.latest(policy).clauses.find((one) => one.anchor === anchor);
  const { heading, text } = clause ?? {};
  return { policyId, anchor, ...(policy && { policyTitle: policy.title }), ...(heading && text && { heading, text }) };
}
