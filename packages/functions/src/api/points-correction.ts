import { createRoute, z } from "@hono/zod-openapi";
import type { CorrectionDeps } from "@yigong/application/points/correction-stores.ts";
import { askCorrection, decideCorrection } from "@yigong/application/points/decide-correction.ts";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { Member } from "@yigong/core/member/index.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import * as Correction from "@yigong/core/points/correction.ts";
import { decimal } from "@yigong/core/points/decimal.ts";
import * as Objection from "@yigong/core/points/objection.ts";
import { actorOf, answers, body, pageOf, routes, STEP_UP, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { peopleIn, withPeopleOf } from "./names.ts";
import { Points } from "./points.view.ts";
import { TitlesView, titlesOf } from "./titles.ts";

const tags = ["Points"];
const ById = z.object({ id: Activity.Id });
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Reason = z.string().trim().min(1).max(1000);
const Wish = z.object({
  memberId: Member.Id,
  change: Correction.Change,
  reason: Reason,
  objectionId: Objection.Id.optional(),
});
const Verdict = z.discriminatedUnion("verdict", [
  z.object({ verdict: z.literal("approve") }),
  z.object({ verdict: z.literal("refuse"), reason: Reason }),
]);
const [Requested, Approved, Refused] = Correction.Info.options;
export const CorrectionView = z
  .discriminatedUnion("status", [Requested, Approved.extend({ points: Points }), Refused])
  .openapi("PointCorrection");

const view = (correction: Correction.Info): z.output<typeof CorrectionView> =>
  correction.status === "approved" ? { ...correction, points: decimal(correction.points) } : correction;

export interface CorrectionRouteDeps extends CorrectionDeps {
  activities: Pick<Activities, "get" | "getMany">;
  now: () => string;
}

const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const one = answers(CorrectionView, "The correction as it stands");
export const CorrectionsView = withPeopleOf(pageOf(CorrectionView).extend({ titles: TitlesView }));
const list = answers(CorrectionsView, "Corrections, as they were asked for");

/** Corrections of what activities gave people: one person asks, another decides. @source docs/ledger.md Corrections */
export const correctionRoutes = (deps: CorrectionRouteDeps) => {
  const named = async ({ items, cursor }: { items: readonly Correction.Info[]; cursor?: string | undefined }) => ({
    items: items.map(view),
    cursor,
    people: await peopleIn(deps, items),
    titles: await titlesOf(
      deps,
      items.map(({ activityId }) => activityId),
    ),
  });
  const subjectOf = async (activityId: string) => activitySubjectBeyondTeam(await deps.activities.get(activityId));
  const ask = async (actor: Actor, activityId: string) =>
    allow(actor, "points.askCorrection", await subjectOf(activityId));
  return routes()
    .openapi(
      createRoute({
        ...route("/activities/{id}/corrections", "Ask to correct what somebody has from an activity"),
        method: "post",
        request: { params: ById, headers: Once, ...body(Wish) },
        responses: one,
      }),
      async (c) => {
        const activityId = c.req.valid("param").id;
        const by = await ask(actorOf(c), activityId);
        const id = keyedId(deps.newId, "cor", { memberId: by.actorId, key: c.req.valid("header")[IDEMPOTENCY_KEY] });
        const wish = { ...c.req.valid("json"), id, activityId };
        return c.json(view(await askCorrection(deps, wish, { by, at: deps.now() })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/corrections", "The corrections of an activity"),
        method: "get",
        request: { params: ById, query: PageRequest },
        responses: list,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        allow(actorOf(c), "points.readCorrections", await subjectOf(id));
        return c.json(await named(await deps.corrections.ofActivity(id, c.req.valid("query"))), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/points/corrections", "Corrections that wait for a decision, or were decided"),
        method: "get",
        request: {
          query: PageRequest.extend({ status: z.enum(["requested", "approved", "refused"]).default("requested") }),
        },
        responses: list,
      }),
      async (c) => {
        allow(actorOf(c), "points.readCorrections");
        const { status, ...page } = c.req.valid("query");
        return c.json(await named(await deps.corrections.byStatus(status, page)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route(
          "/activities/{id}/corrections/{correctionId}/decision",
          "Approve or refuse a correction, as a second person",
        ),
        ...STEP_UP,
        method: "post",
        request: { params: ById.extend({ correctionId: Correction.Id }), ...body(Verdict) },
        responses: one,
      }),
      async (c) => {
        const { id, correctionId } = c.req.valid("param");
        const by = allow(actorOf(c), "points.decideCorrection");
        const said = c.req.valid("json");
        const refusal = said.verdict === "refuse" ? said.reason : undefined;
        const decided = decideCorrection(deps, { activityId: id, correctionId }, { refusal, by, at: deps.now() });
        return c.json(view(await decided), 200);
      },
    );
};
