import { createRoute, z } from "@hono/zod-openapi";
import {
  chooseTypicalCase,
  type TypicalDeps,
  takeBackTypicalCase,
} from "@yigong/application/archive/choose-typical-case.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { Typical } from "@yigong/core/archive/index.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubject } from "@yigong/core/permission/subject.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { PeopleById, type PeopleDeps, withPeople } from "./names.ts";

const tags = ["Archive"];
const ById = z.object({ id: Activity.Id });
const path = "/activities/{id}/typical-case" as const;

/** Whether an activity is a typical case now, and every choice there was; `people` names who chose. */
export const TypicalCaseView = z
  .object({ isTypical: z.boolean(), typical: Typical.Info.optional(), people: PeopleById })
  .openapi("TypicalCase");
const view = answers(TypicalCaseView, "Whether it is a typical case, by whom, when and why");

export interface TypicalRouteDeps extends TypicalDeps, PeopleDeps {
  activities: { get(activityId: string): Promise<Activity.Info> };
  now: () => string;
}

/** Typical cases: chosen by the committee or the alliance, beside the archive, which never changes. @source docs/domain.md S7 */
export const typicalCaseRoutes = (deps: TypicalRouteDeps) => {
  const show = (typical: Typical.Info | undefined) =>
    withPeople(deps, { isTypical: Typical.stands(typical), ...(typical && { typical }) });
  const chooser = async (actor: Actor, id: string, reason: string) => {
    const by = allow(actor, "typical.choose", activitySubject(await deps.activities.get(id)));
    return { by, at: deps.now(), reason };
  };
  return routes()
    .openapi(
      createRoute({
        method: "get",
        path,
        summary: "Whether an activity is a typical case, and why",
        tags,
        security,
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        allow(actorOf(c), "archive.read");
        const { id } = await deps.activities.get(c.req.valid("param").id);
        return c.json(await show(await deps.typicalCases.find(id)), 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path,
        summary: "Choose an activity as a typical case, with the reason",
        tags,
        security,
        request: { params: ById, ...body(z.object({ why: Typical.Why })) },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const act = await chooser(actorOf(c), id, c.req.valid("json").why);
        return c.json(await show(await chooseTypicalCase(deps)(id, act)), 200);
      },
    )
    .openapi(
      createRoute({
        method: "post",
        path: `${path}/take-back`,
        summary: "Take the choice of a typical case back, with the reason",
        tags,
        security,
        request: { params: ById, ...body(z.object({ reason: Typical.Why })) },
        responses: view,
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const act = await chooser(actorOf(c), id, c.req.valid("json").reason);
        return c.json(await show(await takeBackTypicalCase(deps)(id, act)), 200);
      },
    );
};
