import { createRoute, z } from "@hono/zod-openapi";
import { askLeave } from "@yigong/application/leave/ask-leave.ts";
import { decideLeave } from "@yigong/application/leave/decide-leave.ts";
import { withdrawLeave } from "@yigong/application/leave/withdraw-leave.ts";
import type { ParticipationDeps } from "@yigong/application/participation/participation-stores.ts";
import * as Activity from "@yigong/core/activity/activity.ts";
import { leaveRefusal } from "@yigong/core/leave/leave.refusals.ts";
import * as Leave from "@yigong/core/leave/leave.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import * as Member from "@yigong/core/member/member.ts";
import { UnitId } from "@yigong/core/organization/organization.ts";
import { type Actor, allow, may } from "@yigong/core/permission/policy.ts";
import type { Photos } from "@yigong/core/photo/photo.store.ts";
import { actorOf, answers, body, pageOf, routes, security } from "../lib/edge.ts";
import { LeaveView, leaveView } from "./participation.view.ts";

const tags = ["Leave"];
const ById = z.object({ id: Activity.Id });
const ByMember = ById.extend({ memberId: Member.Id });
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });
const view = answers(LeaveView, "The request as it stands");

const Decision = z.object({ approve: z.boolean(), reason: z.string().trim().min(1).max(1000).optional() });
const Listing = PageRequest.extend({
  /** Both, when it is left out. */
  status: z.enum(["requested", "escalated"]).optional(),
  branchId: UnitId.optional(),
});

export interface LeaveRouteDeps extends ParticipationDeps {
  photos: Pick<Photos, "of">;
  now: () => string;
}

/** Whose requests are listed: all for those who hold their role everywhere, else those of one's branch. @throws `leave.branch_needed`, `permission.denied` */
function branchFor(actor: Actor, asked: string | undefined): string | undefined {
  if (may(actor, "leave.read")) return asked;
  const own = actor.grants.flatMap(({ scope }) => (scope.kind === "branch" ? [scope.unitId] : []));
  const readable = [...new Set(own)].filter((branchId) => may(actor, "leave.read", { branchId }));
  const [only, another] = readable;
  if (asked === undefined && another !== undefined) throw leaveRefusal("leave.branch_needed", { branches: readable });
  const branchId = asked ?? only;
  allow(actor, "leave.read", { branchId });
  return branchId;
}

const ESCALATED = "escalated.";

/** A page of all open requests: those that wait for a branch, then those that wait for the alliance. */
async function everyOpen({ leaves }: Pick<LeaveRouteDeps, "leaves">, branchId: string | undefined, page: PageRequest) {
  const { limit, cursor } = page;
  const later = async (from: { limit: number; cursor?: string | undefined }, before: readonly Leave.Info[] = []) => {
    const { items, cursor: next } = await leaves.open("escalated", branchId, from);
    return { items: [...before, ...items], cursor: next === undefined ? undefined : `${ESCALATED}${next}` };
  };
  if (cursor?.startsWith(ESCALATED)) return later({ limit, cursor: cursor.slice(ESCALATED.length) || undefined });
  const first = await leaves.open("requested", branchId, page);
  if (first.cursor !== undefined) return first;
  const left = limit - first.items.length;
  return left > 0 ? later({ limit: left }, first.items) : { ...first, cursor: ESCALATED };
}

/** Leave from activities: asked by those on the duty list, decided by the branch's secretary or the alliance. */
export const leaveRoutes = (deps: LeaveRouteDeps) => {
  const ask = askLeave(deps);
  const decide = decideLeave(deps);
  const takeBack = withdrawLeave(deps);
  const named = async (leaves: readonly Leave.Info[]) => {
    const members = await deps.members.getMany([...new Set(leaves.map((leave) => leave.memberId))], recent);
    const people = new Map<string, Member.Info>(members.map((member) => [member.id, member]));
    return leaves.map((leave) => leaveView(leave, people.get(leave.memberId)));
  };
  const mine = (actor: Actor) => {
    allow(actor, "leave.request", { ownerId: actor.memberId });
    return { memberId: actor.memberId, at: deps.now() };
  };

  return routes()
    .openapi(
      createRoute({
        ...route("/activities/{id}/leaves", "Ask for leave"),
        method: "post",
        request: { params: ById, ...body(Leave.Plea) },
        responses: view,
      }),
      async (c) => {
        const who = { ...mine(actorOf(c)), activityId: c.req.valid("param").id };
        return c.json(leaveView(await ask(who, c.req.valid("json"))), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/leaves/me", "Take my request back"),
        method: "delete",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        const who = { ...mine(actorOf(c)), activityId: c.req.valid("param").id };
        return c.json(leaveView(await takeBack(who)), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/leaves", "Requests for leave from an activity"),
        method: "get",
        request: { params: ById, query: PageRequest },
        responses: answers(pageOf(LeaveView), "Requests that I may see, in the order of members"),
      }),
      async (c) => {
        const { limit, cursor = "" } = c.req.valid("query");
        const all = await deps.leaves.of(c.req.valid("param").id, recent);
        const visible = all.filter(({ memberId, branchId }) =>
          may(actorOf(c), "leave.read", { branchId, ownerId: memberId }),
        );
        const rest = visible.filter(({ memberId }) => memberId > cursor);
        const next = rest.length > limit ? rest[limit - 1]?.memberId : undefined;
        return c.json({ items: await named(rest.slice(0, limit)), cursor: next }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/activities/{id}/leaves/{memberId}/decision", "Approve or refuse a request"),
        method: "post",
        request: { params: ByMember, ...body(Decision) },
        responses: view,
      }),
      async (c) => {
        const { id: activityId, memberId } = c.req.valid("param");
        const { branchId } = await deps.leaves.get(activityId, memberId);
        const actor = actorOf(c);
        const alliance = may(actor, "leave.decideEscalated", { branchId });
        const by = allow(actor, alliance ? "leave.decideEscalated" : "leave.decide", { branchId });
        const decided = await decide({ activityId, memberId, ...c.req.valid("json"), alliance, by, at: deps.now() });
        return c.json(leaveView(decided), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/leaves", "Requests that wait for a decision"),
        method: "get",
        request: { query: Listing },
        responses: answers(pageOf(LeaveView), "Open requests, the oldest first within a branch"),
      }),
      async (c) => {
        const { status, branchId, ...page } = c.req.valid("query");
        const branch = branchFor(actorOf(c), branchId);
        const { items, cursor } = await (status
          ? deps.leaves.open(status, branch, page)
          : everyOpen(deps, branch, page));
        return c.json({ items: await named(items), cursor }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/me/leaves", "My requests for leave"),
        method: "get",
        request: { query: PageRequest },
        responses: answers(pageOf(LeaveView), "My requests, the latest first"),
      }),
      async (c) => {
        const { items, cursor } = await deps.leaves.byMember(actorOf(c).memberId, c.req.valid("query"));
        return c.json({ items: items.map((leave) => leaveView(leave)), cursor }, 200);
      },
    );
};
