import { createRoute, z } from "@hono/zod-openapi";
import { addServed } from "@yigong/application/survey/add-served.ts";
import { type Reachable, reachClients } from "@yigong/application/survey/reach-clients.ts";
import { type GroundsDeps, groundsFor } from "@yigong/application/survey/survey-access.ts";
import { Id as ActivityId } from "@yigong/core/activity/activity.ts";
import { contactRefusal } from "@yigong/core/contact/contact.refusals.ts";
import type { Contacts } from "@yigong/core/contact/contact.store.ts";
import { Id as ContactId } from "@yigong/core/contact/contact.ts";
import { BARS, type Reach, type Reached } from "@yigong/core/contact/reach.ts";
import { masked } from "@yigong/core/contact/way.ts";
import { inBoth } from "@yigong/core/language/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { answerKeyOf, type Hmac } from "@yigong/core/survey/link.ts";
import { ClientId, Contact, corrected, Language, mask, vacated } from "@yigong/core/survey/served.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { requireServedParty } from "../lib/require-served-party.ts";

export interface ServedDeps extends GroundsDeps {
  surveys: Pick<Surveys, "served" | "links">;
  contacts: Contacts;
  hmac: Hmac;
  zone: string;
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
const ListedServed = Served.extend({
  answered: z.boolean(),
  /** One of the contacts, whose phone number and mail address are told there. */
  contactId: z.string().optional(),
  /** Why nobody is contacted about this client. */
  bar: z.enum(BARS).optional(),
  /** The guardian of a minor is contacted. */
  isGuardian: z.boolean().optional(),
}).openapi("ServedClient");
const Listed = z
  .object({
    clients: z.array(Contact).max(5000).default([]),
    contactIds: z.array(ContactId).max(1000).default([]),
  })
  .refine(({ clients, contactIds }) => clients.length + contactIds.length > 0, "must name somebody");
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
        request: { params: ById, ...body(Listed) },
        responses: answers(Addition, "How many were new"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { activity, entry } = await groundsFor(deps, actorOf(c), "survey.run", id);
        requireServedParty(activity);
        const { clients, contactIds } = c.req.valid("json");
        if (contactIds.length > 0) allow(actorOf(c), "contact.read");
        const audit = [entry("survey.addServed", { offered: clients.length + contactIds.length })];
        return c.json(await addServed(deps, id, { clients, contactIds, audit }), 200);
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
        const found = await reachClients(deps, items, dayOf(deps.now(), deps.zone));
        return c.json({ items: found.map((one, at) => listedOf(one, answered[at] ?? false)), cursor }, 200);
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
        const client = await deps.surveys.served.reveal(id, clientId, audit);
        const [found] = await reachClients(deps, [client], dayOf(deps.now(), deps.zone));
        return c.json(Served.parse({ ...toReach(found?.reach), clientId }), 200);
      },
    )
    .openapi(
      createRoute({
        ...common,
        method: "patch",
        path: "/activities/{id}/served/{clientId}",
        summary: "Put right how a served client is reached, on their request",
        request: { params: ByClient, ...body(Contact) },
        responses: answers(Served, "The client, with hidden contact"),
      }),
      async (c) => {
        const { id, clientId } = c.req.valid("param");
        const { entry } = await groundsFor(deps, actorOf(c), "survey.run", id);
        const [to, audit] = [c.req.valid("json"), [entry("survey.correctServed", { clientId })]];
        const changed = await deps.surveys.served.change(
          { activityId: id, clientId },
          (slot) => corrected(slot, to),
          audit,
        );
        return c.json(Served.parse(mask(changed)), 200);
      },
    )
    .openapi(
      createRoute({
        ...common,
        method: "delete",
        path: "/activities/{id}/served/{clientId}",
        summary: "Take a served client's contact out of the list, on their request; an answer stays",
        request: { params: ByClient },
        responses: answers(z.object({ removed: z.literal(true) }), "The contact is gone; the place stays empty"),
      }),
      async (c) => {
        const { id, clientId } = c.req.valid("param");
        const { entry } = await groundsFor(deps, actorOf(c), "survey.run", id);
        const audit = [entry("survey.removeServed", { clientId })];
        await deps.surveys.served.change({ activityId: id, clientId }, vacated, audit);
        return c.json({ removed: true as const }, 200);
      },
    );

/** A client as lists have one: with hidden ways, of the contact as it is now. */
function listedOf({ client, reach, contact }: Reachable, answered: boolean) {
  const { clientId, contactId, name, language } = client;
  const called = contact?.status === "standing" ? contact.name : name;
  const said = { clientId, name: called, language, contactId, answered };
  if ("bar" in reach) return ListedServed.parse({ ...said, ...masked(client), bar: reach.bar });
  const { isGuardian } = reach.to;
  return ListedServed.parse({ ...said, ...masked(reach.to), ...(isGuardian && { isGuardian }) });
}

/** @throws `contact.barred` */
function toReach(reach: Reach | undefined): Reached {
  if (reach && "to" in reach) return reach.to;
  throw contactRefusal("contact.barred", { bar: inBoth(`contact.bar.${reach?.bar ?? "removed"}`) });
}
