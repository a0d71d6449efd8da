import { createRoute, z } from "@hono/zod-openapi";
import { requireUnits } from "@yigong/application/organization/require-units.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import type { Units } from "@yigong/core/organization/unit.store.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { activitySubject } from "@yigong/core/permission/subject.ts";
import { Template } from "@yigong/core/series/index.ts";
import type { ActivityTemplates } from "@yigong/core/series/template.store.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";

const tags = ["Activities"];
const ById = z.object({ id: Template.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const TemplateView = z.object(Template.Info.shape).openapi("ActivityTemplate");
const view = answers(TemplateView, "The template");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface ActivityTemplateDeps {
  activityTemplates: ActivityTemplates;
  units: Pick<Units, "getMany">;
  newId: NewId;
  now: () => string;
}

/** Activities without dates, to begin with; a team lead makes those of their team. */
export const activityTemplateRoutes = (deps: ActivityTemplateDeps) => {
  const { activityTemplates: templates, units, newId, now } = deps;
  return routes()
    .openapi(
      createRoute({
        ...route("/activity-templates", "Keep an activity as a template"),
        method: "post",
        request: { headers: Once, ...body(Template.Writing) },
        responses: view,
      }),
      async (c) => {
        const [said, key] = [c.req.valid("json"), c.req.valid("header")[IDEMPOTENCY_KEY]];
        const { actorId: ownerId } = allow(actorOf(c), "template.add", activitySubject(said.content));
        const { branchId, teamId } = said.content;
        await requireUnits(units, { branchId, teamIds: teamId ? [teamId] : [] });
        const id = Template.Id.parse(keyedId(newId, "tpl", { memberId: ownerId, key }));
        return c.json(await templates.add({ ...said, id, ownerId, createdAt: now(), version: 0 }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activity-templates", "List the templates of activities"),
        method: "get",
        request: { query: PageRequest },
        responses: answers(pageOf(TemplateView), "Templates, the oldest first"),
      }),
      async (c) => {
        allow(actorOf(c), "template.read");
        return c.json(await templates.list(c.req.valid("query")), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activity-templates/{id}", "Read a template of activities"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        allow(actorOf(c), "template.read");
        return c.json(await templates.get(c.req.valid("param").id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activity-templates/{id}", "Change a template; activities stay as they are"),
        method: "patch",
        request: { params: ById, ...body(Template.Patch.extend({ version: z.int().nonnegative() })) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, given] = [c.req.valid("param"), c.req.valid("json")];
        allow(actorOf(c), "template.change", await templates.get(id));
        const { version, ...patch } = given;
        const save = () => templates.revise(id, (held) => Template.revise(held, patch, { version }));
        return c.json(await editing(given, save, async () => ({ shown: await templates.get(id) })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activity-templates/{id}", "Remove a template; activities stay as they are"),
        method: "delete",
        request: { params: ById },
        responses: { 204: { description: "It is gone" } },
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        allow(actorOf(c), "template.change", await templates.get(id));
        await templates.remove(id);
        return c.body(null, 204);
      },
    );
};
