import { createRoute, z } from "@hono/zod-openapi";
import { endDeputy } from "@yigong/application/member/end-deputy.ts";
import { type FindColleaguesDeps, findColleagues } from "@yigong/application/member/find-colleagues.ts";
import { type DeputiesDeps, listDeputies } from "@yigong/application/member/list-deputies.ts";
import type { RoleDeps } from "@yigong/application/member/role-stores.ts";
import * as Member from "@yigong/core/member/member.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { actorOf, answers, routes, security } from "../lib/edge.ts";
import { ColleaguesView, DeputiesView } from "./deputy.view.ts";

const tags = ["Me"];
const deputies = answers(DeputiesView, "My roles, who acts for me, and for whom I act");

/** Who acts for me and for whom I act, so that nobody decides in another's name without seeing it. @source docs/domain.md Roles */
export const deputyRoutes = (
  deps: DeputiesDeps & Pick<RoleDeps, "members" | "newId"> & FindColleaguesDeps & { now: () => string },
) =>
  routes()
    .openapi(
      createRoute({
        method: "get",
        path: "/me/deputies",
        summary: "Who acts for me, and for whom I act now",
        tags,
        security,
        responses: deputies,
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "role.deputize", { ownerId: memberId });
        return c.json(DeputiesView.parse(await listDeputies(deps, memberId, deps.now())), 200);
      },
    )
    .openapi(
      createRoute({
        method: "get",
        path: "/colleagues",
        summary: "Find a colleague by name or employee number",
        tags,
        security,
        request: { query: z.object({ q: z.string().trim().min(1).max(60) }) },
        responses: answers(ColleaguesView, "At most five; nobody for who holds no role"),
      }),
      async (c) => {
        const { memberId } = actorOf(c);
        allow(actorOf(c), "role.deputize", { ownerId: memberId });
        const items = await findColleagues(deps, memberId, { ...c.req.valid("query"), at: deps.now() });
        return c.json({ items }, 200);
      },
    )
    .openapi(
      createRoute({
        method: "delete",
        path: "/me/deputies/{deputyId}",
        summary: "Let somebody act for me no more, from now on",
        tags,
        security,
        request: { params: z.object({ deputyId: Member.Id }) },
        responses: deputies,
      }),
      async (c) => {
        const [{ memberId }, at] = [actorOf(c), deps.now()];
        const by = { ...allow(actorOf(c), "role.deputize", { ownerId: memberId }), at };
        await endDeputy(deps, { holderId: memberId, ...c.req.valid("param") }, by);
        return c.json(DeputiesView.parse(await listDeputies(deps, memberId, at)), 200);
      },
    );
