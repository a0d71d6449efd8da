import { createRoute, z } from "@hono/zod-openapi";
import { addSession, NewSession } from "@yigong/application/activity/add-session.ts";
import { cancelSession } from "@yigong/application/activity/cancel-session.ts";
import { changeHeadCount, type HeadCountDeps } from "@yigong/application/activity/change-head-count.ts";
import { reviseActivity } from "@yigong/application/activity/revise-activity.ts";
import { type WidenDeps, widenAudience } from "@yigong/application/activity/widen-audience.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { Patch } from "@yigong/core/activity/revise.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { ActivityView, activityView } from "./activity.view.ts";

const tags = ["Activities"];
const ById = z.object({ id: Activity.Id });
const BySession = ById.extend({ sessionId: Activity.SessionId });
const ByPosition = ById.extend({ positionId: Activity.PositionId });
const Reason = z.string().trim().min(1).max(1000);
const Version = z.int().nonnegative().optional();
const HeadCount = z.object({
  headCount: Activity.Position.shape.headCount,
  losing: z.array(z.string().max(64)).max(5000).default([]),
  reason: Reason,
  version: Version,
});

const view = answers(ActivityView, "The activity and where it stands");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface ActivityChangeRouteDeps extends HeadCountDeps, WidenDeps {
  now: () => string;
}

/** Changing what was published, under `/activities`. */
export const activityChangeRoutes = (deps: ActivityChangeRouteDeps) => {
  const show = async (id: string) => activityView(await deps.activities.get(id), await deps.lifecycles.get(id));
  const grounds = async (actor: Actor, id: string) =>
    allow(actor, "activity.run", activitySubjectBeyondTeam(await deps.activities.get(id)));
  const revise = reviseActivity(deps);
  const cancel = cancelSession(deps);
  const count = changeHeadCount(deps);
  const add = addSession(deps);
  const widen = widenAudience(deps);

  return routes()
    .openapi(
      createRoute({
        ...route("/activities/{id}", "Change what an activity says; whom it concerns is told"),
        method: "patch",
        request: { params: ById, ...body(Patch.extend({ version: Version, reason: Reason.optional() })) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, { version, reason, ...patch }] = [c.req.valid("param"), c.req.valid("json")];
        const by = { ...(await grounds(actorOf(c), id)), at: deps.now(), reason };
        await editing(
          patch,
          () => revise(id, { patch, version }, by),
          async () => ({ shown: await show(id) }),
        );
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/sessions/{sessionId}/cancel", "Cancel one session; the others stay"),
        method: "post",
        request: { params: BySession, ...body(z.object({ reason: Reason })) },
        responses: view,
      }),
      async (c) => {
        const [{ id, sessionId }, { reason }] = [c.req.valid("param"), c.req.valid("json")];
        await cancel(id, sessionId, { ...(await grounds(actorOf(c), id)), at: deps.now(), reason });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/positions/{positionId}/head-count", "Change how many a position takes"),
        method: "post",
        request: { params: ByPosition, ...body(HeadCount) },
        responses: view,
      }),
      async (c) => {
        const [{ id, positionId }, { reason, ...wanted }] = [c.req.valid("param"), c.req.valid("json")];
        await count(id, { positionId, ...wanted }, { ...(await grounds(actorOf(c), id)), at: deps.now(), reason });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/sessions", "Add a session; after recruiting it has a time to sign up of its own"),
        method: "post",
        request: {
          params: ById,
          ...body(NewSession.extend({ signUpUntil: Instant.optional(), version: Version, reason: Reason.optional() })),
        },
        responses: view,
      }),
      async (c) => {
        const [{ id }, { version, reason, ...session }] = [c.req.valid("param"), c.req.valid("json")];
        await add(id, { session, version }, { ...(await grounds(actorOf(c), id)), at: deps.now(), reason });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/audience", "Mean an activity for more people; those who are added are told"),
        method: "post",
        request: {
          params: ById,
          ...body(Activity.Draft.shape.audience.extend({ version: Version, reason: Reason.optional() })),
        },
        responses: view,
      }),
      async (c) => {
        const [{ id }, { version, reason, ...audience }] = [c.req.valid("param"), c.req.valid("json")];
        await widen(id, { audience, version }, { ...(await grounds(actorOf(c), id)), at: deps.now(), reason });
        return c.json(await show(id), 200);
      },
    );
};
