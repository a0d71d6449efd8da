import { createRoute, z } from "@hono/zod-openapi";
import { type CallOffDeps, callOff } from "@yigong/application/activity/call-off.ts";
import { CONCERNED } from "@yigong/application/participation/find-concerned.ts";
import { listReached, type ReachedDeps, STATES, tellByPhone } from "@yigong/application/participation/list-reached.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import * as Member from "@yigong/core/member/member.ts";
import { participationRefusal } from "@yigong/core/participation/participation.refusals.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";

const tags = ["Participation"];
const ById = z.object({ id: Activity.Id });
const ByMember = ById.extend({ memberId: Member.Id });
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

const Times = z.object({
  sessions: z
    .array(z.object({ id: Activity.SessionId, startsAt: Instant, endsAt: Instant }))
    .min(1)
    .max(20),
  recruitUntil: Instant.optional(),
  coverUntil: Instant.optional(),
});
const Off = z.object({ reason: z.string().trim().min(1).max(1000), postpone: Times.optional() });

export const ReachedView = z
  .object({
    /** When the change was decided; without one nobody had to be told of anything. */
    causeAt: z.string().optional(),
    people: z.array(
      z.object({
        memberId: z.string(),
        name: z.string(),
        employeeNumber: z.string(),
        as: z.enum(CONCERNED),
        state: z.enum(STATES),
        code: z.string().optional(),
        phonedBy: z.string().optional(),
      }),
    ),
  })
  .openapi("Reached");

type Deps = CallOffDeps & Omit<ReachedDeps, "members"> & { members: Members; now: () => string };

/** Calling an activity off for the weather, and whom the word has reached. @source docs/domain.md "Decision, weather" */
export const reachedRoutes = (deps: Deps) => {
  const off = callOff(deps);
  const tellOne = tellByPhone(deps);
  const running = async (actor: Actor, id: string) => {
    const activity = await deps.activities.get(id);
    const grounds = allow(actor, "activity.run", activitySubjectBeyondTeam(activity));
    return { activity, by: { ...grounds, at: deps.now() } };
  };
  const isConcerned = async (activity: Activity.Info, memberId: string) => {
    const { causeAt, people } = await listReached(deps, activity);
    if (causeAt === undefined || !people.some((one) => one.memberId === memberId))
      throw participationRefusal("participation.not_concerned");
    return causeAt;
  };

  return routes()
    .openapi(
      createRoute({
        ...route("/activities/{id}/call-off", "Cancel or postpone for the weather; everybody concerned is told"),
        method: "post",
        request: { params: ById, ...body(Off) },
        responses: answers(ReachedView, "Everybody concerned, and how far the word got"),
      }),
      async (c) => {
        const { activity, by } = await running(actorOf(c), c.req.valid("param").id);
        const { reason, postpone } = c.req.valid("json");
        await off(activity, postpone, { ...by, reason });
        return c.json(await listReached(deps, await deps.activities.get(activity.id)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/reached", "Whom the newest change has reached, and whom not"),
        method: "get",
        request: { params: ById },
        responses: answers(ReachedView, "Everybody concerned, and how far the word got"),
      }),
      async (c) => {
        const { activity } = await running(actorOf(c), c.req.valid("param").id);
        return c.json(await listReached(deps, activity), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/reached/{memberId}", "Note that somebody was told by telephone"),
        method: "put",
        request: { params: ByMember },
        responses: answers(ReachedView, "Everybody concerned, and how far the word got"),
      }),
      async (c) => {
        const { id, memberId } = c.req.valid("param");
        const { activity, by } = await running(actorOf(c), id);
        await tellOne({ activityId: id, memberId, causeAt: await isConcerned(activity, memberId) }, by);
        return c.json(await listReached(deps, activity), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/reached/{memberId}/number", "Read the number to phone; the asking is recorded"),
        method: "post",
        request: { params: ByMember },
        responses: answers(z.object({ mobile: z.string().optional() }), "The number, where there is one"),
      }),
      async (c) => {
        const { id, memberId } = c.req.valid("param");
        const { activity, by } = await running(actorOf(c), id);
        await isConcerned(activity, memberId);
        const told = { subjectId: memberId, at: by.at, action: "member.readContact", by, detail: { activityId: id } };
        const audit = [entryOf(deps.newId, told)];
        const { mobile } = await deps.members.change(memberId, (same) => ({ to: same, at: by.at, audit }));
        return c.json(mobile === undefined ? {} : { mobile }, 200);
      },
    );
};
