import { createRoute, z } from "@hono/zod-openapi";
import { answerOnPaper, type Typed } from "@yigong/application/survey/answer-on-paper.ts";
import { type GroundsDeps, groundsFor } from "@yigong/application/survey/survey-access.ts";
import { Id as ActivityId } from "@yigong/core/activity/activity.ts";
import type { Language } from "@yigong/core/language/catalogue.ts";
import { sayIn } from "@yigong/core/lib/refusals.ts";
import type { Hmac } from "@yigong/core/survey/link.ts";
import { MOST_PAPERS } from "@yigong/core/survey/papers.ts";
import { Answer } from "@yigong/core/survey/question.ts";
import { ClientId } from "@yigong/core/survey/served.ts";
import type { Surveys } from "@yigong/core/survey/survey.store.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { languageFor } from "../lib/reader.ts";
import { requireServedParty } from "../lib/require-served-party.ts";

/** Forms in one batch. */
const MOST_SHEETS = 50;
const common = { tags: ["Survey"], security };
const ById = z.object({ id: ActivityId });
const Sheet = z.union([
  z.strictObject({ sheet: z.int().min(1).max(MOST_PAPERS), answer: Answer }),
  z.strictObject({ clientId: ClientId, answer: Answer }),
]);
const Batch = z.object({
  /** Drawn when the batch was begun, so that it counts once however often it is sent. */
  once: z.string().min(8).max(64),
  sheets: z.array(Sheet).min(1).max(MOST_SHEETS),
});
const TypedView = z.object({
  state: z.enum(["typed", "again", "refused"]),
  code: z.string().optional(),
  /** Why, in the reader's language. */
  detail: z.string().optional(),
});
const PapersView = z.object({ handedOut: z.int(), typed: z.array(z.int()) }).openapi("SurveyPapers");

export interface SurveyPaperDeps extends GroundsDeps {
  surveys: Surveys;
  hmac: Hmac;
}

/** Forms on paper: how many were handed out, and what they say. @source docs/domain.md E5, E6 */
export const surveyPaperRoutes = (deps: SurveyPaperDeps) => {
  const { surveys, now } = deps;
  const view = async (id: string) => {
    const [papers, typed] = await Promise.all([surveys.papers.find(id), surveys.papers.typed(id)]);
    return { handedOut: papers?.handedOut ?? 0, typed };
  };
  return routes()
    .openapi(
      createRoute({
        ...common,
        method: "get",
        path: "/activities/{id}/survey/papers",
        summary: "How many forms on paper were handed out, and which were typed in",
        request: { params: ById },
        responses: answers(PapersView, "The forms without a name, by their numbers"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await groundsFor(deps, actorOf(c), "survey.run", id);
        return c.json(await view(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...common,
        method: "put",
        path: "/activities/{id}/survey/papers",
        summary: "Say how many numbered forms on paper were handed out without a name",
        request: { params: ById, ...body(z.object({ handedOut: z.int().min(0).max(MOST_PAPERS) })) },
        responses: answers(PapersView, "The forms without a name, by their numbers"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { activity, entry } = await groundsFor(deps, actorOf(c), "survey.run", id);
        requireServedParty(activity);
        const { handedOut } = c.req.valid("json");
        await surveys.papers.handOut(id, { handedOut, at: now() }, [entry("survey.handOutPapers", { handedOut })]);
        return c.json(await view(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...common,
        method: "post",
        path: "/activities/{id}/survey/paper-answers",
        summary: "Type in forms on paper, by a client of the list or by the number of the form",
        request: { params: ById, ...body(Batch) },
        responses: answers(z.object({ sheets: z.array(TypedView) }), "What became of each form, in their order"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const { grounds } = await groundsFor(deps, actorOf(c), "survey.typePaper", id);
        const batch = { ...c.req.valid("json"), by: grounds.actorId, at: now() };
        const typed = await answerOnPaper(deps, id, batch);
        return c.json({ sheets: typed.map((one) => typedView(one, languageFor(c))) }, 200);
      },
    );
};

function typedView(typed: Typed, language: Language): z.output<typeof TypedView> {
  if (typed.state !== "refused") return { state: typed.state };
  const { code, said, message } = typed.refusal;
  return { state: "refused", code, detail: said ? sayIn(language, said) : message };
}
