import { createRoute, z } from "@hono/zod-openapi";
import { acceptCover } from "@yigong/application/cover/accept-cover.ts";
import { assignCover } from "@yigong/application/cover/assign-cover.ts";
import { namesOf } from "@yigong/application/cover/cover-names.ts";
import type { CoverDeps } from "@yigong/application/cover/cover-stores.ts";
import { decideCover } from "@yigong/application/cover/decide-cover.ts";
import { declineCover } from "@yigong/application/cover/decline-cover.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import * as Cover from "@yigong/core/cover/cover.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import * as Member from "@yigong/core/member/member.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import { activitySubjectBeyondTeam } from "@yigong/core/permission/subject.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { NeedsView, NeedView, needsView, needView, OfferView, offersView } from "./cover.view.ts";
import { arrangerOf } from "./cover-drop-out.ts";

const tags = ["Covers"];
const ById = z.object({ id: Activity.Id });
const ByNeed = z.object({ id: Activity.Id, needId: Cover.NeedId });
const Reason = z.string().trim().min(1).max(1000);
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const offer = answers(OfferView, "The cover as it stands now");
const need = answers(NeedView, "The need as it stands now");

/** Covers at work, in alliance activities: what is needed, who is asked, who confirmed. @source docs/domain.md A7 */
export const coverRoutes = (deps: CoverDeps & { now: () => string }) => {
  const offered = async (changed: Cover.Info) => OfferView.parse((await offersView(deps, [changed]))[0]);
  const shown = async (changed: Cover.Info) =>
    needView(
      changed,
      await namesOf(
        deps,
        [changed],
        changed.declinedBy.map((one) => one.memberId),
      ),
    );
  const keyOf = ({ id, needId }: z.output<typeof ByNeed>) => ({ activityId: id, needId });

  /** Readers of the activity see all of its needs, a branch secretary those of the branch. */
  const readable = (actor: Actor, activity: Activity.Info, needs: readonly Cover.Info[]) => {
    const subject = activitySubjectBeyondTeam(activity);
    if (may(actor, "cover.read", subject)) return needs;
    const own = needs.filter(({ branchId }) => may(actor, "cover.read", { branchId }));
    if (own.length === 0) allow(actor, "cover.read", subject);
    return own;
  };

  /** The post's head confirms, or the alliance: who could confirm whoever is put down may do both at once. */
  const confirmer = async (actor: Actor, key: { activityId: string; needId: string }) => {
    const held = await deps.covers.get(key.activityId, key.needId);
    return allow(actor, "cover.confirm", { ownerId: (await namesOf(deps, [held])).headOf(held) });
  };

  return routes()
    .openapi(
      createRoute({
        ...route(
          "/activities/{id}/covers",
          "Needs for cover by status, with who could take them and why in that order",
        ),
        method: "get",
        request: { params: ById, query: PageRequest },
        responses: answers(NeedsView, "Needs, those without a coverer first"),
      }),
      async (c) => {
        const activity = await deps.activities.get(c.req.valid("param").id);
        const needs = readable(actorOf(c), activity, await deps.covers.of(activity.id));
        return c.json(await needsView(deps, { activity, needs, at: deps.now() }, c.req.valid("query")), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/covers", "Covers I am asked for or agreed to, the latest shift first"),
        method: "get",
        request: { query: PageRequest },
        responses: answers(pageOf(OfferView), "My covers"),
      }),
      async (c) => {
        const { items, cursor } = await deps.covers.ofMember(actorOf(c).memberId, c.req.valid("query"));
        return c.json({ items: await offersView(deps, items), cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/covers/{needId}/accept", "Agree to cover"),
        method: "post",
        request: { params: ByNeed },
        responses: offer,
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "cover.answer", { ownerId: memberId });
        const key = keyOf(c.req.valid("param"));
        return c.json(await offered(await acceptCover(deps, key, { memberId, at: deps.now() })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/covers/{needId}/decline", "Decline to cover; the next best is asked"),
        method: "post",
        request: {
          params: ByNeed,
          body: { content: { "application/json": { schema: z.object({ reason: Reason.optional() }) } } },
        },
        responses: offer,
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "cover.answer", { ownerId: memberId });
        const { reason } = c.req.valid("json");
        const answer = { memberId, at: deps.now(), reason };
        return c.json(await offered(await declineCover(deps, keyOf(c.req.valid("param")), answer)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/covers/{needId}/confirm", "Confirm who covers, as head of the post or alliance"),
        method: "post",
        request: { params: ByNeed },
        responses: need,
      }),
      async (c) => {
        const key = keyOf(c.req.valid("param"));
        const by = await confirmer(actorOf(c), key);
        return c.json(await shown(await decideCover(deps, key, { by, at: deps.now(), confirmed: true })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/covers/{needId}/turn-down", "Do not confirm who agreed; somebody else is asked"),
        method: "post",
        request: { params: ByNeed, ...body(z.object({ reason: Reason })) },
        responses: need,
      }),
      async (c) => {
        const key = keyOf(c.req.valid("param"));
        const by = await confirmer(actorOf(c), key);
        const { reason } = c.req.valid("json");
        return c.json(await shown(await decideCover(deps, key, { by, at: deps.now(), confirmed: false, reason })), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/covers/{needId}/assign", "Put down by hand who covers, and why"),
        method: "post",
        request: {
          params: ByNeed,
          ...body(z.object({ memberId: Member.Id, reason: Reason, confirmed: z.boolean().optional() })),
        },
        responses: need,
      }),
      async (c) => {
        const key = keyOf(c.req.valid("param"));
        const put = c.req.valid("json");
        const by = put.confirmed ? await confirmer(actorOf(c), key) : await arrangerOf(deps, actorOf(c), key);
        return c.json(await shown(await assignCover(deps, key, { ...put, by, at: deps.now() })), 200);
      },
    );
};
