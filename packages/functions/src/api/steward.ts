import { createRoute, z } from "@hono/zod-openapi";
import type { AttendanceDeps } from "@yigong/application/attendance/attendance-stores.ts";
import { nameSteward, removeSteward } from "@yigong/application/attendance/name-steward.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import * as Member from "@yigong/core/member/member.ts";
import { type Actor, allow } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import { actorOf, answers, routes, security } from "../lib/edge.ts";
import { namesOf } from "./names.ts";
import { StewardView, stewardView } from "./roll.view.ts";

const tags = ["Attendance"];
const ById = z.object({ id: Activity.Id });
const ByMember = ById.extend({ memberId: Member.Id });
const path = "/activities/{id}/stewards/{memberId}" as const;

/** Who may check people in at one activity and change nothing else; its organizer names them. */
export const stewardRoutes = (deps: AttendanceDeps & { now: () => string }) => {
  const naming = async (actor: Actor, activityId: string) => {
    const subject = activitySubjectBeyondTeam(await deps.activities.get(activityId, recent));
    return { ...allow(actor, "attendance.nameSteward", subject), at: deps.now() };
  };
  return routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/activities/{id}/stewards",
        summary: "Who may check people in at this activity, and change nothing else",
        tags,
        security,
        request: { params: ById },
        responses: answers(z.object({ items: z.array(StewardView) }), "Stewards"),
      }),
      async (c) => {
        await naming(actorOf(c), c.req.valid("param").id);
        const stewards = await deps.stewards.of(c.req.valid("param").id);
        const nameOf = await namesOf(
          deps,
          stewards.map(({ memberId }) => memberId),
        );
        return c.json({ items: stewards.map((one) => stewardView(one, nameOf)) }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "put",
        path,
        summary: "Name a steward for this activity",
        tags,
        security,
        request: { params: ByMember },
        responses: answers(StewardView, "The steward"),
      }),
      async (c) => {
        const { id: activityId, memberId } = c.req.valid("param");
        const steward = await nameSteward(deps, { activityId, memberId }, await naming(actorOf(c), activityId));
        return c.json(stewardView(steward, await namesOf(deps, [memberId])), 200);
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path,
        summary: "Take the right to check people in away again",
        tags,
        security,
        request: { params: ByMember },
        responses: { 204: { description: "They are no steward of this activity" } },
      }),
      async (c) => {
        const { id: activityId, memberId } = c.req.valid("param");
        await removeSteward(deps, { activityId, memberId }, await naming(actorOf(c), activityId));
        return c.body(null, 204);
      },
    );
};
