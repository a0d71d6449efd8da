import { createRoute, z } from "@hono/zod-openapi";
import { type Info as Activity, Id as ActivityId } from "@yigong/core/activity/activity.ts";
import type { Entry } from "@yigong/core/audit/audit.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { type Action, type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { answerKeyOf, type Hmac, happinessKeyOf } from "@yigong/core/survey/link.ts";
import { Answer, Happiness } from "@yigong/core/survey/question.ts";
import { FEWEST_SHOWN } from "@yigong/core/survey/results.ts";
import { ClientId, Contact, Language, mask } from "@yigong/core/survey/served.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { requireAskable, requireOpen } from "@yigong/core/survey/survey.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { answerByPhone } from "../survey/answer.ts";
import { SurveyView, viewOf } from "../survey/view.ts";

/** What ends the stage before its time: a decision about the lifecycle, which is not the survey's own. */
export interface StageDecision {
  activityId: string;
  stage: "Survey";
  kind: "skipped" | "closedEarly";
  by: string;
  at: string;
  reason?: string | undefined;
  role?: string | undefined;
  deputyFor?: string | undefined;
}

export interface SurveyDeps {
  surveys: Surveys;
  activities: { get(activityId: string): Promise<Activity>; find(activityId: string): Promise<Activity | undefined> };
  decideStage: (decision: StageDecision) => Promise<unknown>;
  /** Whether a member was present in an activity. */
  attended: (activityId: string, memberId: string) => Promise<boolean>;
  hmac: Hmac;
  now: () => string;
  newId: NewId;
  /** Tells the outbox that there is something to send. */
  wake: () => void;
}

const tags = ["Survey"];
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
const Reason = z.object({ reason: z.string().trim().min(1).max(1000) });
const OptionalReason = z.object({ reason: z.string().trim().min(1).max(1000).optional() });
const Done = z.object({ recorded: z.literal(true) });

const route = <const Path extends string, const Method extends "get" | "post">(method: Method, path: Path) => ({
  method,
  path,
  tags,
  security,
});

/** Served clients, survey and happiness of an activity. @source docs/domain.md E5, E6, F2 */
export const surveyRoutes = (deps: SurveyDeps) => {
  const { surveys, activities, hmac, now } = deps;

  /** Lets somebody do something with an activity. @throws `activity.missing`, `permission.denied` */
  const allowed = async (actor: Actor, action: Action, activityId: string) => {
    const activity = await activities.get(activityId);
    return { activity, grounds: allow(actor, action, subjectOf(activity)) };
  };
  type Grounds = ReturnType<typeof allow>;

  const entry = (activityId: string, action: string, grounds: Grounds, detail?: Entry["detail"]): Entry => ({
    subjectId: activityId,
    id: deps.newId("aud"),
    at: now(),
    action,
    ...grounds,
    detail,
  });

  const view = async (actor: Actor, activityId: string) => {
    const full = may(actor, "survey.read", subjectOf(await activities.get(activityId)));
    return SurveyView.parse(await viewOf(surveys, activityId, { at: now(), full }));
  };

  return routes()
    .openapi(
      createRoute({
        ...route("post", "/activities/{id}/served"),
        summary: "Add served clients, before the survey opens; known contacts are left out",
        request: { params: ById, ...body(z.object({ clients: z.array(Contact).min(1).max(5000) })) },
        responses: answers(Addition, "How many were new"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { activity, grounds } = await allowed(actorOf(c), "survey.run", id);
        requireServedParty(activity);
        const { clients } = c.req.valid("json");
        const audit = [entry(id, "survey.addServed", grounds, { offered: clients.length })];
        return c.json(await surveys.served.add(id, clients, audit), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("get", "/activities/{id}/served"),
        summary: "List served clients with hidden contacts, and who has answered",
        request: { params: ById, query: PageRequest },
        responses: answers(pageOf(ListedServed), "Served clients in the order in which they were added"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await allowed(actorOf(c), "survey.run", id);
        const { items, cursor } = await surveys.served.list(id, c.req.valid("query"));
        const keys = items.map(({ clientId }) => answerKeyOf(hmac, { activityId: id, clientId }));
        const answered = await surveys.links.answered(id, keys);
        return c.json(
          { items: items.map((client, at) => ListedServed.parse({ ...mask(client), answered: answered[at] })), cursor },
          200,
        );
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/activities/{id}/served/{clientId}/contact"),
        summary: "Ask for one client's contact, to phone them; the asking is kept",
        request: { params: ByClient },
        responses: answers(Served, "The client with the contact"),
      }),
      async (c) => {
        const { id, clientId } = c.req.valid("param");
        const { grounds } = await allowed(actorOf(c), "survey.answerByPhone", id);
        const audit = [entry(id, "survey.readContact", grounds, { clientId })];
        return c.json(Served.parse(await surveys.served.reveal(id, clientId, audit)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("get", "/activities/{id}/survey"),
        summary: "How the survey stands; counts and results for those who may read them",
        request: { params: ById },
        responses: answers(SurveyView, "The survey"),
      }),
      async (c) => c.json(await view(actorOf(c), c.req.valid("param").id), 200),
    )
    .openapi(
      createRoute({
        ...route("get", "/activities/{id}/survey/comments"),
        summary: "What clients wrote, once the survey is closed and five have answered",
        request: { params: ById, query: PageRequest },
        responses: answers(pageOf(z.string()), "Comments, in an order that tells nothing"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await allowed(actorOf(c), "survey.read", id);
        const survey = await surveys.get(id);
        const shown = survey?.status === "closed" && survey.counts.answered >= FEWEST_SHOWN;
        return c.json(shown ? await surveys.links.comments(id, c.req.valid("query")) : { items: [] }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/activities/{id}/survey/skip"),
        summary: "Skip an open survey that nobody has answered, and end the stage",
        request: { params: ById, ...body(Reason) },
        responses: answers(SurveyView, "The skipped survey"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { grounds } = await allowed(actorOf(c), "survey.run", id);
        const decision = { by: grounds.actorId, at: now(), reason: c.req.valid("json").reason };
        requireOpen(await surveys.get(id), decision.at);
        await surveys.requireUnanswered(id);
        await deps.decideStage({ activityId: id, stage: "Survey", kind: "skipped", ...decision, ...held(grounds) });
        await surveys.skip(id, decision);
        return c.json(await view(actorOf(c), id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/activities/{id}/survey/close"),
        summary: "Close the survey before its time, and end the stage",
        request: { params: ById, ...body(OptionalReason) },
        responses: answers(SurveyView, "The survey; results follow when the stage has ended"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { grounds } = await allowed(actorOf(c), "survey.run", id);
        const decision = { by: grounds.actorId, at: now(), reason: c.req.valid("json").reason };
        requireOpen(await surveys.get(id), decision.at);
        await deps.decideStage({ activityId: id, stage: "Survey", kind: "closedEarly", ...decision, ...held(grounds) });
        await surveys.moveEnd(id, { at: decision.at, closesAt: decision.at });
        return c.json(await view(actorOf(c), id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/activities/{id}/survey/reminders"),
        summary: "Send everybody who has not answered a new link; the old ones die",
        request: { params: ById },
        responses: answers(SurveyView, "The survey with its new issue"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { grounds } = await allowed(actorOf(c), "survey.run", id);
        await surveys.remind(id, now(), [entry(id, "survey.remind", grounds)]);
        deps.wake();
        return c.json(await view(actorOf(c), id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/activities/{id}/survey/phone-answers"),
        summary: "Enter what a client said on the phone",
        request: { params: ById, ...body(z.object({ clientId: ClientId, answer: Answer })) },
        responses: answers(Done, "The answer counts"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { grounds } = await allowed(actorOf(c), "survey.answerByPhone", id);
        await answerByPhone(deps, { activityId: id, ...c.req.valid("json"), by: grounds.actorId, at: now() });
        return c.json({ recorded: true as const }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("post", "/activities/{id}/happiness"),
        summary: "Say how happy it made you to serve; kept without your name",
        request: { params: ById, ...body(Happiness) },
        responses: answers(Done, "The answer counts"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { memberId } = actorOf(c);
        requireAskable(await surveys.get(id), now());
        const ownerId = (await deps.attended(id, memberId)) ? memberId : undefined;
        allow(actorOf(c), "happiness.answer", { ownerId });
        await surveys.happiness.add(id, happinessKeyOf(hmac, { activityId: id, memberId }), c.req.valid("json"));
        return c.json({ recorded: true as const }, 200);
      },
    );
};

const held = ({ role, deputyFor }: ReturnType<typeof allow>) => ({ role, deputyFor });

const subjectOf = ({ organizerId, branchId, teamId }: Activity) => ({
  ownerId: organizerId,
  branchId,
  teamIds: teamId ? [teamId] : [],
});

/** @throws `survey.no_served_party` @source docs/domain.md E5 */
function requireServedParty({ servedParty }: Activity): void {
  if (servedParty.kind === "definite") return;
  throw new Refusal("conflict", "survey.no_served_party", `Nobody definite is served here: ${servedParty.reason}`);
}
