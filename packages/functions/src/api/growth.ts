import { createRoute, z } from "@hono/zod-openapi";
import { beginProgramme, type ProgrammeDeps, reviseProgramme } from "@yigong/application/growth/plan-programme.ts";
import { type CourseFeedbackDeps, readCourseFeedback } from "@yigong/application/growth/read-course-feedback.ts";
import { type Levels, type LevelsDeps, readLevels } from "@yigong/application/growth/read-levels.ts";
import { Course } from "@yigong/core/course/index.ts";
import type { Programmes } from "@yigong/core/growth/growth.store.ts";
import { Programme } from "@yigong/core/growth/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { openedView } from "./form.view.ts";
import { CourseFeedback, ListedProgramme, ProgrammeLevels, ProgrammeView } from "./growth.view.ts";

const tags = ["Training"];
const ById = z.object({ id: Programme.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Version = z.object({ version: z.int().nonnegative() });
const view = answers(ProgrammeView, "The programme");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface GrowthRouteDeps extends ProgrammeDeps, Omit<LevelsDeps, "programmes">, CourseFeedbackDeps {
  programmes: Programmes;
  now: () => string;
}

/** A trainer reads, and opens forms of, their own programmes. */
export const trainerOf = ({ memberId }: Actor, { trainerIds }: Pick<Programme.Info, "trainerIds">) => ({
  ownerId: trainerIds.includes(memberId) ? memberId : undefined,
});

const listed = ({ id, title, from, until, skills, memberIds, trainerIds }: Programme.Info) => ({
  ...{ id, title, from, until, skills, people: memberIds.length, trainerIds },
});

const groupView = ({ before, after, change }: Levels["cohesion"]) => ({
  ...(before && { before: openedView(before) }),
  ...(after && { after: openedView(after) }),
  ...(change && { change }),
});

/** Programmes by which people grow, under `/programmes`. @source docs/domain.md F3 */
export const growthRoutes = (deps: GrowthRouteDeps) => {
  const { programmes, members, newId, zone, now } = deps;
  const show = async (id: string): Promise<z.output<typeof ProgrammeView>> => {
    const programme = await programmes.get(id);
    const found = await members.getMany([...programme.memberIds, ...programme.trainerIds]);
    const people = found.map(({ id: memberId, name, employeeNumber }) => ({ memberId, name, employeeNumber }));
    return { ...programme, people, windows: Programme.windowsOf(programme, zone) };
  };
  const [begin, revise, levels] = [beginProgramme(deps), reviseProgramme(deps), readLevels(deps)];
  const feedback = readCourseFeedback(deps);
  return routes()
    .openapi(
      createRoute({
        ...route("/programmes", "Plan a programme by which people grow"),
        method: "post",
        request: { headers: Once, ...body(Programme.Writing) },
        responses: view,
      }),
      async (c) => {
        const [by, key] = [allow(actorOf(c), "growth.write"), c.req.valid("header")[IDEMPOTENCY_KEY]];
        const id = Programme.Id.parse(keyedId(newId, "prg", { memberId: by.actorId, key }));
        await begin(c.req.valid("json"), { id, by, at: now() });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/programmes", "List the programmes by which people grow"),
        method: "get",
        request: { query: PageRequest },
        responses: answers(pageOf(ListedProgramme), "Programmes, the newest first"),
      }),
      async (c) => {
        allow(actorOf(c), "growth.read");
        const { items, cursor } = await programmes.list(c.req.valid("query"));
        return c.json({ items: items.map(listed), cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/programmes/{id}", "Read a programme, with who takes part"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        const shown = await show(c.req.valid("param").id);
        allow(actorOf(c), "growth.read", trainerOf(actorOf(c), shown));
        return c.json(shown, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/programmes/{id}", "Say a programme otherwise, as a whole"),
        method: "put",
        request: { params: ById, ...body(Programme.Writing.extend(Version.shape)) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, { version, ...said }] = [c.req.valid("param"), c.req.valid("json")];
        const act = { by: allow(actorOf(c), "growth.write"), at: now(), version };
        await editing(
          said,
          () => revise(id, said, act),
          async () => ({ shown: await show(id) }),
        );
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/programmes/{id}/levels", "Read what came of a programme, on each level"),
        method: "get",
        request: { params: ById },
        responses: answers(ProgrammeLevels, "Totals of five people or more"),
      }),
      async (c) => {
        const programme = await programmes.get(c.req.valid("param").id);
        allow(actorOf(c), "growth.read", trainerOf(actorOf(c), programme));
        const { cohesion, ...read } = await levels(programme, now());
        return c.json({ ...read, cohesion: groupView(cohesion) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/courses/{id}/feedback", "Read what was said about the classes of a course, without names"),
        method: "get",
        request: { params: z.object({ id: Course.Id }) },
        responses: answers(CourseFeedback, "Totals of five people or more"),
      }),
      async (c) => {
        allow(actorOf(c), "growth.read");
        const { reaction, groups } = await feedback(c.req.valid("param").id, now());
        const shown = groups.map(({ classId, startsAt, ...group }) => ({ classId, startsAt, ...groupView(group) }));
        return c.json({ reaction, groups: shown }, 200);
      },
    );
};
