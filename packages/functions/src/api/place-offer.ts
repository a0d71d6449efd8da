import { createRoute, z } from "@hono/zod-openapi";
import { acceptOffer, declineOffer } from "@yigong/application/participation/answer-offer.ts";
import type { ParticipationDeps } from "@yigong/application/participation/participation-stores.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import * as Member from "@yigong/core/member/member.ts";
import { How } from "@yigong/core/participation/said.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { actingFor } from "./acting-for.ts";
import { PlaceView, placeView } from "./participation.view.ts";

const tags = ["Participation"];
const BySession = z.object({ id: Activity.Id, sessionId: Activity.SessionId });
const ByMember = BySession.extend({ memberId: Member.Id });
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const Answer = z.object({ accept: z.boolean(), how: How });
const view = answers(PlaceView, "The place as it stands");

/** Places that come free are offered to whoever waits, who say yes or no in time. @source docs/domain.md A7 */
export const placeOfferRoutes = (deps: ParticipationDeps & { now: () => string }) => {
  const accept = acceptOffer(deps);
  const decline = declineOffer(deps);
  const shown = (place: Parameters<typeof placeView>[0]["place"]) => placeView({ place, provisional: false });

  return routes()
    .openapi(
      createRoute({
        ...route("/activities/{id}/offers/{sessionId}/accept", "Take a place that came free"),
        method: "post",
        request: { params: BySession },
        responses: view,
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "participation.own", { ownerId: memberId });
        const { id: activityId, sessionId } = c.req.valid("param");
        return c.json(shown(await accept({ activityId, memberId, sessionId, at: deps.now() })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/offers/{sessionId}/decline", "Decline a place that came free; the next is asked"),
        method: "post",
        request: { params: BySession },
        responses: view,
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "participation.own", { ownerId: memberId });
        const { id: activityId, sessionId } = c.req.valid("param");
        return c.json(shown(await decline({ activityId, memberId, sessionId, at: deps.now() })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/people/{memberId}/offers/{sessionId}", "Write down somebody's answer to an offer"),
        method: "post",
        request: { params: ByMember, ...body(Answer) },
        responses: view,
      }),
      async (c) => {
        const { id: activityId, memberId, sessionId } = c.req.valid("param");
        const { accept: yes, how } = c.req.valid("json");
        const acting = { ...(await actingFor(deps, actorOf(c), { activityId, memberId })), how };
        const answer = { activityId, memberId, sessionId, at: deps.now(), acting };
        return c.json(shown(await (yes ? accept(answer) : decline(answer))), 200);
      },
    );
};
