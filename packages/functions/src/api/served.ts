import { createRoute, z } from "@hono/zod-openapi";
import { type GroundsDeps, groundsFor } from "@yigong/application/survey/survey-access.ts";
import { type Info as Activity, Id as ActivityId } from "@yigong/core/activity/activity.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { answerKeyOf, type Hmac } from "@yigong/core/survey/link.ts";
import { ClientId, Contact, Language, mask } from "@yigong/core/survey/served.ts";
import { surveyRefusal } from "@yigong/core/survey/survey.refusals.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";

export interface ServedDeps extends GroundsDeps {
  surveys: Pick<Surveys, "served" | "links">;
  hmac: Hmac;
}

const common = { tags: ["Survey"], security };
const ById = z.object({ id: ActivityId });
const ByClient = ById.extend({ clientId: ClientId });
const Served = z.object({
  clientId: ClientId,
  name: z.string().optional(),
  mobile: z.string().optional(),
  email: z.string().optional(),
  language: Language,
});
const ListedServed = Served.extend({ answered: z.boolean() }).openapi("ServedClient");
const Addition = z.object({ added: z.int(), duplicates: z.int(), total: z.int() });

/** The clients whom an activity served: as few facts as reaching them takes. @source docs/domain.md E5, PIPL */
export const servedRoutes = (deps: ServedDeps) =>
  routes()
    .openapi(
      createRoute({
        ...common,
        method: "post",
        path: "/activities/{id}/served",
        summary: "Add served clients, before the survey opens; known contacts are left out",
        request: { params: ById, ...body(z.object({ clients: z.array(Contact).min(1).max(5000) })) },
        responses: answers(Addition, "How many were new"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { activity, entry } = await groundsFor(deps, actorOf(c), "survey.run", id);
        requireServedParty(activity);
        const { clients } = c.req.valid("json");
        const audit = [entry("survey.addServed", { offered: clients.length })];
        return c.json(await deps.surveys.served.add(id, clients, audit), 200);
      },
    )
    .openapi(
      createRoute({
        ...common,
        method: "get",
        path: "/activities/{id}/served",
        summary: "List served clients with hidden contacts, and who has answered",
        request: { params: ById, query: PageRequest },
        responses: answers(pageOf(ListedServed), "Served clients in the order in which they were added"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await groundsFor(deps, actorOf(c), "survey.run", id);
        const { items, cursor } = await deps.surveys.served.list(id, c.req.valid("query"));
        const keys = items.map(({ clientId }) => answerKeyOf(deps.hmac, { activityId: id, clientId }));
        const answered = await deps.surveys.links.answered(id, keys);
        return c.json(
          { items: items.map((client, at) => ListedServed.parse({ ...mask(client), answered: answered[at] })), cursor },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        ...common,
        method: "post",
        path: "/activities/{id}/served/{clientId}/contact",
        summary: "Ask for one client's contact, to phone them; the asking is kept",
        request: { params: ByClient },
        responses: answers(Served, "The client with the contact"),
      }),
      async (c) => {
        const { id, clientId } = c.req.valid("param");
        const { entry } = await groundsFor(deps, actorOf(c), "survey.answerByPhone", id);
        const audit = [entry("survey.readContact", { clientId })];
        return c.json(Served.parse(await deps.surveys.served.reveal(id, clientId, audit)), 200);
      },
    );

/** @throws `survey.no_served_party` @source docs/domain.md E5 */
function requireServedParty({ servedParty }: Activity): void {
  if (servedParty.kind === "definite") return;
  throw surveyRefusal("survey.no_served_party", { reason: servedParty.reason });
}
