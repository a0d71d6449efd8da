import { createRoute, z } from "@hono/zod-openapi";
import { findCannot } from "@yigong/application/leave/find-cannot.ts";
import { type SayDeps, sayCannot } from "@yigong/application/leave/say-cannot.ts";
import { ownPlace } from "@yigong/application/participation/own-place.ts";
import { signUpFor } from "@yigong/application/participation/sign-up-for.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import { Plea } from "@yigong/core/leave/leave.ts";
import * as Member from "@yigong/core/member/member.ts";
import { How } from "@yigong/core/participation/said.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { languageFor } from "../lib/reader.ts";
import { actingFor } from "./acting-for.ts";
import { CannotView, cannotView } from "./cannot.view.ts";
import { PlaceView, placeView } from "./participation.view.ts";

const tags = ["Participation"];
const ById = z.object({ id: Activity.Id });
const ByMember = ById.extend({ memberId: Member.Id });
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

const Saying = z.object({
  /** As it was handed out with what it means. */
  seen: z.string().max(5000),
  sessionId: Activity.SessionId.optional(),
  needId: Cover.NeedId.optional(),
  note: Plea.shape.note.optional(),
  reason: Plea.shape.reason.optional(),
  evidence: Plea.shape.evidence.optional(),
  photoIds: Plea.shape.photoIds.optional(),
});
const SayingFor = Saying.omit({ photoIds: true }).extend({ how: How });
/** Said by the person, who heard the risks; whoever writes it down says so. @source State Council Order 685 */
const SignUpFor = z.object({
  positionId: Activity.PositionId.optional(),
  how: How,
  consent: z.literal(true),
  acceptsRisks: z.literal(true),
});

/** "I cannot come" as one act at any time, and what people without a phone say to whoever writes it down for them. */
export const cannotRoutes = (deps: SayDeps & { now: () => string }) => {
  const say = sayCannot(deps);
  const enter = signUpFor(deps);

  const whoseIs = (activityId: string, memberId: string) => ({ activityId, memberId, at: deps.now() });

  return routes()
    .openapi(
      createRoute({
        ...route("/me/cannot/{id}", "What it means if I cannot come to this activity"),
        method: "get",
        request: { params: ById },
        responses: answers(CannotView, "What would be done, and what it comes to"),
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "participation.own", { ownerId: memberId });
        const found = await findCannot(deps, whoseIs(c.req.valid("param").id, memberId));
        return c.json(cannotView(found, languageFor(c), deps.zone), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/cannot/{id}", "Say that I cannot come"),
        method: "post",
        request: { params: ById, ...body(Saying) },
        responses: answers(CannotView, "What is left to say afterwards"),
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "participation.own", { ownerId: memberId });
        const left = await say(whoseIs(c.req.valid("param").id, memberId), c.req.valid("json"));
        return c.json(cannotView(left, languageFor(c), deps.zone), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/people/{memberId}/cannot", "What it means if somebody cannot come"),
        method: "get",
        request: { params: ByMember },
        responses: answers(CannotView, "What would be done, and what it comes to"),
      }),
      async (c) => {
        const { id, memberId } = c.req.valid("param");
        await actingFor(deps, actorOf(c), { activityId: id, memberId });
        const found = await findCannot(deps, whoseIs(id, memberId));
        return c.json(cannotView(found, languageFor(c), deps.zone), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/people/{memberId}/cannot", "Write down that somebody said they cannot come"),
        method: "post",
        request: { params: ByMember, ...body(SayingFor) },
        responses: answers(CannotView, "What is left to say afterwards"),
      }),
      async (c) => {
        const { id, memberId } = c.req.valid("param");
        const { how, ...said } = c.req.valid("json");
        const acting = { ...(await actingFor(deps, actorOf(c), { activityId: id, memberId })), how };
        return c.json(cannotView(await say(whoseIs(id, memberId), said, acting), languageFor(c), deps.zone), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/people/{memberId}/sign-up", "Write down that somebody wants to come"),
        method: "post",
        request: { params: ByMember, ...body(SignUpFor) },
        responses: answers(PlaceView, "The place, or the one in the waiting list"),
      }),
      async (c) => {
        const { id, memberId } = c.req.valid("param");
        const { positionId, how } = c.req.valid("json");
        const acting = { ...(await actingFor(deps, actorOf(c), { activityId: id, memberId })), how };
        const signedUp = await enter({ ...whoseIs(id, memberId), positionId }, acting);
        return c.json(placeView(await ownPlace(deps, signedUp)), 200);
      },
    );
};
