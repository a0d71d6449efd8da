import { createRoute, z } from "@hono/zod-openapi";
import type { OpenFormDeps } from "@yigong/application/form/open-form.ts";
import { type MarksDeps, readMarksAsked } from "@yigong/application/growth/marks-asked.ts";
import { openGroupQuestions, openReaction } from "@yigong/application/growth/open-programme-form.ts";
import { type MarkDeps, markBehaviour, ratePerson } from "@yigong/application/growth/rate-person.ts";
import { type OwnProgrammeDeps, readOwnProgramme } from "@yigong/application/growth/read-programme.ts";
import { Id as ActivityId } from "@yigong/core/activity/activity.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { Form } from "@yigong/core/form/index.ts";
import type { Programmes } from "@yigong/core/growth/growth.store.ts";
import { Programme, Rating } from "@yigong/core/growth/index.ts";
import { plainText } from "@yigong/core/lib/plain-text.ts";
import * as Member from "@yigong/core/member/member.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { OpenedForm, openedView } from "./form.view.ts";
import { trainerOf } from "./growth.ts";
import { MarksAsked, OwnProgramme } from "./growth.view.ts";

const tags = ["Training"];
const ById = z.object({ id: Programme.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Rated = z.object({ phase: Rating.Phase, levels: Rating.Levels });
const Marked = z.object({ memberId: Member.Id, activityId: ActivityId, mark: Rating.Mark });
const own = answers(OwnProgramme, "The programme as the reader sees it");
const OpenedForms = z.object({ items: z.array(OpenedForm) }).openapi("OpenedForms");
const opened = answers(OpenedForms, "The forms that were opened");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface RatingRouteDeps extends MarkDeps, OwnProgrammeDeps, OpenFormDeps, MarksDeps {
  programmes: Programmes;
  now: () => string;
}

/** Who takes part rates themselves, and who trains rates those who take part. */
const takesPart = ({ memberId }: Actor, { memberIds, trainerIds }: Programme.Info) => ({
  ownerId: memberIds.includes(memberId) || trainerIds.includes(memberId) ? memberId : undefined,
});

/** How far people of a programme are, and what they are asked, under `/programmes/{id}`. @source docs/domain.md F3, T5 */
export const ratingRoutes = (deps: RatingRouteDeps) => {
  const { programmes, activities, newId, zone, now } = deps;
  const [rate, mark, readOwn] = [ratePerson(deps), markBehaviour(deps), readOwnProgramme(deps)];
  const [askReaction, askGroup, readMarks] = [openReaction(deps), openGroupQuestions(deps), readMarksAsked(deps)];
  const show = async (id: string, { memberId }: Actor): Promise<z.output<typeof OwnProgramme>> => {
    const programme = await programmes.get(id);
    const { title, about, from, until, skills } = programme;
    const { before, after } = Programme.windowsOf(programme, zone);
    const shown = { id: programme.id, title, about, from, until, skills, windows: { before, after } };
    return { ...shown, ...(await readOwn(programme, { memberId, at: now() })) };
  };
  return routes()
    .openapi(
      createRoute({
        ...route("/programmes/{id}/own", "Read a programme as one who takes part or trains"),
        method: "get",
        request: { params: ById },
        responses: own,
      }),
      async (c) => {
        const programme = await programmes.get(c.req.valid("param").id);
        allow(actorOf(c), "growth.rate", takesPart(actorOf(c), programme));
        return c.json(await show(programme.id, actorOf(c)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/programmes/{id}/ratings", "Say how far one is oneself with the skills of a programme"),
        method: "post",
        request: { params: ById, ...body(Rated) },
        responses: own,
      }),
      async (c) => {
        const [programme, { phase, levels }] = [await programmes.get(c.req.valid("param").id), c.req.valid("json")];
        const by = allow(actorOf(c), "growth.rate", takesPart(actorOf(c), programme));
        const of = { programmeId: programme.id, memberId: by.actorId, rater: "self" as const, phase };
        await rate(of, levels, { by, at: now() });
        return c.json(await show(programme.id, actorOf(c)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/programmes/{id}/ratings/{memberId}", "Say as a trainer how far somebody is"),
        method: "post",
        request: { params: ById.extend({ memberId: Member.Id }), ...body(Rated) },
        responses: own,
      }),
      async (c) => {
        const [{ id, memberId }, { phase, levels }] = [c.req.valid("param"), c.req.valid("json")];
        const by = allow(actorOf(c), "growth.rate", trainerOf(actorOf(c), await programmes.get(id)));
        await rate({ programmeId: id, memberId, rater: "trainer", phase }, levels, { by, at: now() });
        return c.json(await show(id, actorOf(c)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/growth-marks", "Whom the lead of an activity may mark since a programme"),
        method: "get",
        request: { params: z.object({ id: Activity.Id }) },
        responses: answers(MarksAsked, "People of programmes, by programme"),
      }),
      async (c) => {
        const { id, organizerId } = await activities.get(c.req.valid("param").id);
        allow(actorOf(c), "growth.mark", { ownerId: organizerId });
        return c.json({ items: await readMarks(id, now()) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/programmes/{id}/marks", "Mark what somebody does in an activity since a programme"),
        method: "post",
        request: { params: ById, ...body(Marked) },
        responses: answers(Marked.openapi("GrowthMark"), "The mark"),
      }),
      async (c) => {
        const [{ id }, given] = [c.req.valid("param"), c.req.valid("json")];
        const { organizerId } = await activities.get(given.activityId);
        const by = allow(actorOf(c), "growth.mark", { ownerId: organizerId });
        await mark({ programmeId: id, ...given }, given.mark, { by, at: now() });
        return c.json(given, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/programmes/{id}/class-forms", "Ask the people of a programme about one of its classes"),
        method: "post",
        request: { params: ById, headers: Once, ...body(z.object({ title: plainText(2, 120) })) },
        responses: opened,
      }),
      async (c) => {
        const [programme, key] = [
          await programmes.get(c.req.valid("param").id),
          c.req.valid("header")[IDEMPOTENCY_KEY],
        ];
        const by = allow(actorOf(c), "form.open", trainerOf(actorOf(c), programme));
        const id = Form.Id.parse(keyedId(newId, "frm", { memberId: by.actorId, key }));
        const form = await askReaction(programme, { id, by, at: now(), ...c.req.valid("json") });
        return c.json({ items: [openedView(form)] }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/programmes/{id}/group-forms",
          "Ask the people of a programme how they are as a group, now and two weeks after",
        ),
        method: "post",
        request: { params: ById },
        responses: opened,
      }),
      async (c) => {
        const programme = await programmes.get(c.req.valid("param").id);
        const by = allow(actorOf(c), "form.open", trainerOf(actorOf(c), programme));
        const form = await askGroup(programme, { by, at: now() });
        return c.json({ items: [openedView(form)] }, 200);
      },
    );
};
