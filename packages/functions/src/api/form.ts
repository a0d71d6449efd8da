import { createRoute, z } from "@hono/zod-openapi";
import { type AnswerFormDeps, answerForm, isAsked } from "@yigong/application/form/answer-form.ts";
import { callOffForm, type OpenFormDeps } from "@yigong/application/form/open-form.ts";
import { formRefusal } from "@yigong/core/form/form.refusals.ts";
import { Form } from "@yigong/core/form/index.ts";
import { QUESTIONS } from "@yigong/core/form/questions.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { AskedForm, OpenedForm, openedView } from "./form.view.ts";

const tags = ["Training"];
const ById = z.object({ id: Form.Id });
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface FormRouteDeps extends AnswerFormDeps, OpenFormDeps {
  now: () => string;
}

const stateOf = ({ opensAt, closesAt, calledOff }: Form.Info, at: string) => {
  if (calledOff) return "calledOff" as const;
  if (at < opensAt) return "early" as const;
  return at < closesAt ? ("open" as const) : ("closed" as const);
};

/** Whoever may open a form about something may call it off: its trainers, and the alliance. */
const ownerOf = ({ memberId }: Actor, { ownerIds }: Form.Info) => ({
  ownerId: ownerIds.includes(memberId) ? memberId : undefined,
});

/** Forms that people fill in without their names, under `/forms`. @source docs/domain.md T5, W6, F3 */
export const formRoutes = (deps: FormRouteDeps) => {
  const { forms, members, zone, now } = deps;
  const [answer, callOff] = [answerForm(deps), callOffForm(deps)];
  const show = async (id: string, memberId: string): Promise<z.output<typeof AskedForm>> => {
    const [form, member] = await Promise.all([forms.get(id), members.get(memberId)]);
    if (!isAsked(form, member, zone)) throw formRefusal("form.not_asked");
    const { kind, title, moment, opensAt, closesAt } = form;
    const hasAnswered = (await forms.answeredBy(id, [memberId])).has(memberId);
    const state = stateOf(form, now());
    const shown = { id: form.id, kind, title, questions: QUESTIONS[kind], opensAt, closesAt, state, hasAnswered };
    return { ...shown, ...(moment && { moment }), ...(kind === "satisfaction" && { year: Number(form.aboutId) }) };
  };
  return routes()
    .openapi(
      createRoute({
        ...route("/forms/{id}", "Read a form that asks the reader, without names"),
        method: "get",
        request: { params: ById },
        responses: answers(AskedForm, "The form, and whether the reader has answered it"),
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "form.answer", { ownerId: memberId });
        return c.json(await show(c.req.valid("param").id, memberId), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/forms/{id}/answers", "Answer a form, once and without one's name"),
        method: "post",
        request: { params: ById, ...body(Form.Answer) },
        responses: answers(AskedForm, "The form, and whether the reader has answered it"),
      }),
      async (c) => {
        const [{ id }, { memberId }] = [c.req.valid("param"), actorOf(c)];
        allow(actorOf(c), "form.answer", { ownerId: memberId });
        await answer(id, c.req.valid("json"), { memberId, at: now() });
        return c.json(await show(id, memberId), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/forms/{id}/call-off", "Call a form off: nobody is asked any more"),
        method: "post",
        request: { params: ById, ...body(z.object({ reason: z.string().trim().min(1).max(1000) })) },
        responses: answers(OpenedForm, "The form that was opened"),
      }),
      async (c) => {
        const form = await forms.get(c.req.valid("param").id);
        const by = allow(actorOf(c), "form.open", ownerOf(actorOf(c), form));
        await callOff(form.id, { by, at: now(), ...c.req.valid("json") });
        return c.json(openedView(await forms.get(form.id)), 200);
      },
    );
};
