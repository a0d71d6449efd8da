import { createRoute, z } from "@hono/zod-openapi";
import type { AwayDeps } from "@yigong/application/away/away-stores.ts";
import { decideAway } from "@yigong/application/away/decide-away.ts";
import { endAway } from "@yigong/application/away/end-away.ts";
import { sayAway } from "@yigong/application/away/say-away.ts";
import { awayRefusal } from "@yigong/core/away/away.refusals.ts";
import * as Away from "@yigong/core/away/away.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import * as Member from "@yigong/core/member/member.ts";
import { How } from "@yigong/core/participation/said.ts";
import { allow, may } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, body, routes, security } from "../lib/edge.ts";
import { AwayView, awayView } from "./away.view.ts";

const tags = ["Members"];
const ById = z.object({ id: Member.Id });
const ByAway = z.object({ awayId: Away.Id });
const Decision = z.discriminatedUnion("approve", [
  z.object({ approve: z.literal(true) }),
  z.object({ approve: z.literal(false), reason: z.string().trim().min(1).max(1000) }),
]);
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

/** Planned absences, which cover and duty lists heed. @source docs/domain.md A5, "Decision, planned absence" */
export const awayRoutes = (deps: AwayDeps & { now: () => string }) => {
  const branchOf = async (memberId: string) => {
    const member = await deps.members.get(memberId);
    return Member.affiliationOn(member, dayOf(deps.now(), deps.zone)).branchId;
  };
  return routes()
    .openapi(
      createRoute({
        ...route("/me/away", "When I am away by plan"),
        method: "get",
        responses: answers(AwayView, "Planned absences, the latest first"),
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "away.say", { ownerId: memberId });
        return c.json(await awayView(deps, await deps.aways.of(memberId), { mayDecide: false }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/away", "Plan to be away: on days, or weekly for a year at most"),
        method: "post",
        request: body(Away.Said),
        responses: answers(AwayView, "Planned absences, the latest first"),
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        const by = allow(actorOf(c), "away.say", { ownerId: memberId });
        const away = await sayAway(deps, { memberId, said: c.req.valid("json"), by, at: deps.now() });
        return c.json(await awayView(deps, away, { mayDecide: false }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/away/{awayId}", "Take a planned absence back, from today on"),
        method: "delete",
        request: { params: ByAway },
        responses: answers(AwayView, "Planned absences, the latest first"),
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        const by = allow(actorOf(c), "away.say", { ownerId: memberId });
        const away = await endAway(deps, { memberId, ...c.req.valid("param"), by, at: deps.now() });
        return c.json(await awayView(deps, away, { mayDecide: false }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/members/{id}/away", "When a member is away by plan"),
        method: "get",
        request: { params: ById },
        responses: answers(AwayView, "Planned absences, the latest first"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        const actor = actorOf(c);
        const branchId = await branchOf(id);
        allow(actor, "away.read", { ownerId: id, branchId });
        const mayDecide = actor.memberId !== id && may(actor, "away.decide", { branchId });
        const mayEnter = actor.memberId !== id && may(actor, "away.enter", { branchId });
        return c.json(await awayView(deps, await deps.aways.of(id), { mayDecide, mayEnter }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/members/{id}/away", "Write down that somebody without a phone is away by plan"),
        method: "post",
        request: { params: ById, ...body(Away.Said.extend({ how: How })) },
        responses: answers(AwayView, "Planned absences, the latest first"),
      }),
      async (c) => {
        const { id: memberId } = c.req.valid("param");
        const { how, ...said } = c.req.valid("json");
        const by = allow(actorOf(c), "away.enter", { branchId: await branchOf(memberId) });
        if ([by.actorId, by.deputyFor].includes(memberId)) throw awayRefusal("away.enter_own");
        const away = await sayAway(deps, { memberId, said, by, at: deps.now(), how });
        return c.json(await awayView(deps, away, { mayDecide: true, mayEnter: true }), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/members/{id}/away/{awayId}/decision", "Decide whether duty lists heed a planned absence"),
        method: "post",
        request: { params: ById.extend(ByAway.shape), ...body(Decision) },
        responses: answers(AwayView, "Planned absences, the latest first"),
      }),
      async (c) => {
        const { id: memberId, awayId } = c.req.valid("param");
        const said = c.req.valid("json");
        const by = allow(actorOf(c), "away.decide", { branchId: await branchOf(memberId) });
        const reason = said.approve ? undefined : said.reason;
        const away = await decideAway(deps, { memberId, awayId, reason, by, at: deps.now() });
        return c.json(await awayView(deps, away, { mayDecide: true, mayEnter: true }), 200);
      },
    );
};
