import { createRoute, z } from "@hono/zod-openapi";
import type { DecideStage } from "@yigong/application/lifecycle/decide-stage.ts";
import type { Wake } from "@yigong/application/ports/wake.ts";
import { answerByPhone } from "@yigong/application/survey/answer-by-phone.ts";
import { groundsFor } from "@yigong/application/survey/survey-access.ts";
import { type Info as Activity, Id as ActivityId } from "@yigong/core/activity/activity.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { activitySubject } from "@yigong/core/permission/subject.ts";
import { happinessKeyOf } from "@yigong/core/survey/link.ts";
import { Answer, Happiness } from "@yigong/core/survey/question.ts";
import { FEWEST_SHOWN } from "@yigong/core/survey/results.ts";
import { ClientId } from "@yigong/core/survey/served.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { requireAskable, requireOpen } from "@yigong/core/survey/survey.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { type ServedDeps, servedRoutes } from "./served.ts";
import { SurveyView, viewOf } from "./survey.view.ts";
import { surveyPaperRoutes } from "./survey-paper.ts";

export interface SurveyDeps extends ServedDeps {
  surveys: Surveys;
  activities: { get(activityId: string): Promise<Activity>; find(activityId: string): Promise<Activity | undefined> };
  /** Skipping and closing end the stage, which is the lifecycle's to decide. */
  decideStage: DecideStage;
  /** Whether a member was present in an activity. */
  attended: (activityId: string, memberId: string) => Promise<boolean>;
  wake: Wake;
}

const common = { tags: ["Survey"], security };
const ById = z.object({ id: ActivityId });
const Reason = z.object({ reason: z.string().trim().min(1).max(1000) });
const Done = z.object({ recorded: z.literal(true) });

/** Survey and happiness of an activity, with its served clients. @source docs/domain.md E5, E6, F2 */
export const surveyRoutes = (deps: SurveyDeps) => {
  const { surveys, activities, hmac, now } = deps;

  const view = async (actor: Actor, activityId: string) => {
    const full = may(actor, "survey.read", activitySubject(await activities.get(activityId)));
    return SurveyView.parse(await viewOf(surveys, activityId, { at: now(), full }));
  };

  return routes()
    .route("/", servedRoutes(deps))
    .route("/", surveyPaperRoutes(deps))
    .openapi(
      createRoute({
        ...common,
        method: "get",
        path: "/activities/{id}/survey",
        summary: "How the survey stands; counts and results for those who may read them",
        request: { params: ById },
        responses: answers(SurveyView, "The survey"),
      }),
      async (c) => c.json(await view(actorOf(c), c.req.valid("param").id), 200),
    )
    .openapi(
      createRoute({
        ...common,
        method: "get",
        path: "/activities/{id}/survey/comments",
        summary: "What clients wrote, once the survey is closed and five have answered",
        request: { params: ById, query: PageRequest },
        responses: answers(pageOf(z.string()), "Comments, in an order that tells nothing"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await groundsFor(deps, actorOf(c), "survey.read", id);
        const survey = await surveys.get(id);
        const shown = survey?.status === "closed" && survey.counts.answered >= FEWEST_SHOWN;
        return c.json(shown ? await surveys.links.comments(id, c.req.valid("query")) : { items: [] }, 200);
      },
    )
    .openapi(
      createRoute({
        ...common,
        method: "post",
        path: "/activities/{id}/survey/skip",
        summary: "Skip an open survey that nobody has answered, and end the stage",
        request: { params: ById, ...body(Reason) },
        responses: answers(SurveyView, "The skipped survey"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { grounds } = await groundsFor(deps, actorOf(c), "survey.run", id);
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
        ...common,
        method: "post",
        path: "/activities/{id}/survey/close",
        summary: "Close the survey before its time, and end the stage",
        request: { params: ById, ...body(Reason.partial()) },
        responses: answers(SurveyView, "The survey; results follow when the stage has ended"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { grounds } = await groundsFor(deps, actorOf(c), "survey.run", id);
        const decision = { by: grounds.actorId, at: now(), reason: c.req.valid("json").reason };
        requireOpen(await surveys.get(id), decision.at);
        await deps.decideStage({ activityId: id, stage: "Survey", kind: "closedEarly", ...decision, ...held(grounds) });
        await surveys.moveEnd(id, { at: decision.at, closesAt: decision.at });
        return c.json(await view(actorOf(c), id), 200);
      },
    )
    .openapi(
      createRoute({
        ...common,
        method: "post",
        path: "/activities/{id}/survey/reminders",
        summary: "Send everybody who has not answered a new link; the old ones die",
        request: { params: ById },
        responses: answers(SurveyView, "The survey with its new issue"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { entry } = await groundsFor(deps, actorOf(c), "survey.run", id);
        await surveys.remind(id, now(), [entry("survey.remind")]);
        deps.wake();
        return c.json(await view(actorOf(c), id), 200);
      },
    )
    .openapi(
      createRoute({
        ...common,
        method: "post",
        path: "/activities/{id}/survey/phone-answers",
        summary: "Enter what a client said on the phone",
        request: { params: ById, ...body(z.object({ clientId: ClientId, answer: Answer })) },
        responses: answers(Done, "The answer counts"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { grounds } = await groundsFor(deps, actorOf(c), "survey.answerByPhone", id);
        await answerByPhone(deps, { activityId: id, ...c.req.valid("json"), by: grounds.actorId, at: now() });
        return c.json({ recorded: true as const }, 200);
      },
    )
    .openapi(
      createRoute({
        ...common,
        method: "post",
        path: "/activities/{id}/happiness",
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

const held = ({ role, deputyFor }: By) => ({ role, deputyFor });
