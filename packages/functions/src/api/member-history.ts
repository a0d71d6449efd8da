import { createRoute, z } from "@hono/zod-openapi";
import { type HistoryDeps, readHistory } from "@yigong/application/member/read-history.ts";
import { listOwnParticipations } from "@yigong/application/participation/list-own-participations.ts";
import type { ParticipationDeps } from "@yigong/application/participation/participation-stores.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import * as Member from "@yigong/core/member/member.ts";
import { type Action, type Actor, allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, pageOf, routes, security } from "../lib/edge.ts";
import { subjectOf } from "./member.view.ts";
import { HistoryView } from "./member-history.view.ts";
import { ParticipationView, participationView } from "./participation.view.ts";

const tags = ["Members"];
const ById = z.object({ id: Member.Id });

export interface MemberHistoryDeps
  extends Omit<HistoryDeps, "members">,
    Pick<ParticipationDeps, "activities" | "participations"> {
  members: HistoryDeps["members"] & Pick<Members, "get">;
  now: () => string;
  zone: string;
}

/** What a member was, had and took part in. */
export const memberHistoryRoutes = (deps: MemberHistoryDeps) => {
  const seen = async (actor: Actor, action: Action, id: string) => {
    const member = await deps.members.get(id);
    allow(actor, action, subjectOf(member, dayOf(deps.now(), deps.zone)));
    return member;
  };
  return routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/members/{id}/history",
        summary: "A member's units, political status, roles and deputies by date",
        tags,
        security,
        request: { params: ById },
        responses: answers(HistoryView, "Oldest first"),
      }),
      async (c) => {
        const member = await seen(actorOf(c), "member.read", c.req.valid("param").id);
        return c.json(HistoryView.parse(await readHistory(deps, member)), 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/members/{id}/participations",
        summary: "What a member takes part in",
        tags,
        security,
        request: { params: ById, query: PageRequest },
        responses: answers(pageOf(ParticipationView), "Places, the latest session first"),
      }),
      async (c) => {
        const { id } = c.req.valid("param");
        await seen(actorOf(c), "people.read", id);
        const of = { memberId: id, at: deps.now() };
        const { items, cursor } = await listOwnParticipations(deps, of, c.req.valid("query"));
        return c.json({ items: items.map(participationView), cursor }, 200);
      },
    );
};
