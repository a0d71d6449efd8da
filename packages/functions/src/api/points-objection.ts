import { createRoute, z } from "@hono/zod-openapi";
import type { CorrectionDeps } from "@yigong/application/points/correction-stores.ts";
import { decideObjection, raiseObjection } from "@yigong/application/points/raise-objection.ts";
import type { Activities } from "@yigong/core/activity/activity.store.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import * as Objection from "@yigong/core/points/objection.ts";
import { Word } from "@yigong/core/points/points.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { peopleIn, withPeopleOf } from "./names.ts";
import { TitlesView, titlesOf } from "./titles.ts";

const tags = ["Points"];
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Text = Objection.Info.options[0].shape.text;
/** About an entry of one's own, or about having none from an activity. */
const Said = z.union([
  z.strictObject({ entryId: Word, text: Text }),
  z.strictObject({ activityId: Activity.Id, text: Text }),
]);
const Verdict = z.object({ upheld: z.boolean(), reason: z.string().trim().min(1).max(1000) });
const Which = PageRequest.extend({ status: z.enum(["open", "decided"]).default("open") });
export const ObjectionView = z.discriminatedUnion("status", Objection.Info.options).openapi("PointObjection");
const one = answers(ObjectionView, "The objection as it stands");
export const ObjectionsView = withPeopleOf(pageOf(ObjectionView).extend({ titles: TitlesView }));
const list = answers(ObjectionsView, "Objections");

export interface ObjectionRouteDeps extends CorrectionDeps {
  activities: Pick<Activities, "get" | "getMany">;
  now: () => string;
}

const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

/** Objections to points, and the decisions on them. @source docs/ledger.md Objections */
export const objectionRoutes = (deps: ObjectionRouteDeps) => {
  const named = async ({ items, cursor }: { items: Objection.Info[]; cursor?: string | undefined }) => ({
    items,
    cursor,
    people: await peopleIn(deps, items),
    titles: await titlesOf(
      deps,
      items.map(({ activityId }) => activityId),
    ),
  });
  return routes()
    .openapi(
      createRoute({
        ...route("/points/objections", "Object to points of one's own"),
        method: "post",
        request: { headers: Once, ...body(Said) },
        responses: one,
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "points.object", { ownerId: memberId });
        const id = keyedId(deps.newId, "obj", { memberId, key: c.req.valid("header")[IDEMPOTENCY_KEY] });
        const { text, ...ground } = c.req.valid("json");
        return c.json(await raiseObjection(deps, { id, ground, text, memberId }, { at: deps.now() }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/points/objections", "Objections that are open, or were decided"),
        method: "get",
        request: { query: Which },
        responses: list,
      }),
      async (c) => {
        allow(actorOf(c), "points.readObjections");
        const { status, ...page } = c.req.valid("query");
        return c.json(await named(await deps.objections.byStatus(status, page)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/points/objections", "Objections of one's own, the latest first"),
        method: "get",
        request: { query: PageRequest },
        responses: list,
      }),
      async (c) => c.json(await named(await deps.objections.ofMember(actorOf(c).memberId, c.req.valid("query"))), 200),
    )
    .openapi(
      createRoute({
        ...route(
          "/points/objections/{objectionId}/decision",
          "Decide on an objection, as somebody without a part in it",
        ),
        method: "post",
        request: { params: z.object({ objectionId: Objection.Id }), ...body(Verdict) },
        responses: one,
      }),
      async (c) => {
        const by = allow(actorOf(c), "points.decideObjection");
        const said = { ...c.req.valid("json"), by, at: deps.now() };
        return c.json(await decideObjection(deps, c.req.valid("param").objectionId, said), 200);
      },
    );
};
