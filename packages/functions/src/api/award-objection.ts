import { createRoute, z } from "@hono/zod-openapi";
import type { AwardDeps } from "@yigong/application/award/award-stores.ts";
import { decideObjection } from "@yigong/application/award/decide-objection.ts";
import { objectToRun } from "@yigong/application/award/object-to-run.ts";
import * as Objection from "@yigong/core/award/objection.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { allow, may } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { ByRun } from "./award.ts";
import { withPeople, withPeopleOf } from "./names.ts";

const tags = ["Awards"];
export const View = z.union(Objection.Info.options).openapi("AwardObjection");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
export const AwardObjectionsView = withPeopleOf(pageOf(View));
const one = answers(View, "The objection and what became of it");

/** Objections to a run: anybody may object while it is shown, the committee decides each with a reason. @source docs/domain.md I6 */
export const awardObjectionRoutes = (deps: AwardDeps & { now: () => string }) => {
  const object = objectToRun(deps);
  const decide = decideObjection(deps);
  return routes()
    .openapi(
      createRoute({
        ...route("/awards/{year}/runs/{run}/objections", "Object to the five, to points or to who may stand"),
        method: "post",
        request: { params: ByRun, ...body(z.object({ text: Objection.Text })) },
        responses: one,
      }),
      async (c) => {
        const by = { ...allow(actorOf(c), "award.object"), at: deps.now() };
        return c.json(await object(c.req.valid("param"), c.req.valid("json").text, by), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/awards/{year}/runs/{run}/objections", "Objections to a run; without a role one's own"),
        method: "get",
        request: { params: ByRun, query: PageRequest },
        responses: answers(AwardObjectionsView, "Objections, oldest first"),
      }),
      async (c) => {
        const actor = actorOf(c);
        const { items, cursor } = await deps.awards.objections(c.req.valid("param"), c.req.valid("query"));
        const own = items.filter(({ by }) => by === actor.memberId);
        return c.json(await withPeople(deps, { items: may(actor, "award.read") ? items : own, cursor }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/awards/{year}/runs/{run}/objections/{id}/decision", "Uphold or reject an objection, with a reason"),
        method: "post",
        request: {
          params: ByRun.extend({ id: Objection.Id }),
          ...body(z.object({ upheld: z.boolean(), reason: Objection.Reason })),
        },
        responses: one,
      }),
      async (c) => {
        const { id, ...key } = c.req.valid("param");
        const by = { ...allow(actorOf(c), "award.run"), at: deps.now() };
        return c.json(await decide(key, { id, ...c.req.valid("json") }, by), 200);
      },
    );
};
