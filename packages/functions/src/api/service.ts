import { createRoute, z } from "@hono/zod-openapi";
import {
  beginService,
  endService,
  reviseService,
  solveService,
  visitService,
} from "@yigong/application/service/change-service.ts";
import type { ServiceDeps } from "@yigong/application/service/service-effects.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { Deed } from "@yigong/core/deed/index.ts";
import { PageRequest } from "@yigong/core/lib/page.ts";
import { recent } from "@yigong/core/lib/reading.ts";
import type { Members } from "@yigong/core/member/member.store.ts";
import * as Member from "@yigong/core/member/member.ts";
import { allow } from "@yigong/core/permission/policy.ts";
import { Service } from "@yigong/core/service/index.ts";
import type { Context } from "hono";
import { actorOf, answers, body, type Env, pageOf, routes, security } from "../lib/edge.ts";
import { editing } from "../lib/editing.ts";
import { IDEMPOTENCY_KEY, keyedId } from "../lib/keyed-id.ts";
import { ServiceView } from "./service.view.ts";

const tags = ["Activities"];
const ById = z.object({ id: Service.Id });
const Reason = z.string().trim().min(1).max(1000);
const Once = z.object({ [IDEMPOTENCY_KEY]: z.string().min(8).max(200).optional() });
const Version = z.object({ version: z.int().nonnegative() });
const Visiting = Service.Visiting.extend({ activityId: Activity.Id.optional(), deedId: Deed.Id.optional() });
const Patch = Service.Patch.extend({ ownerId: Member.Id.optional(), ...Version.shape });
const Solving = Version.extend({ solved: Service.Solved });
const view = answers(ServiceView, "The long-term service");
const route = <const Path extends string>(path: Path, summary: string) => ({ path, summary, tags, security });

export interface ServiceRouteDeps extends ServiceDeps {
  members: Pick<Members, "getMany">;
  activities: { get(activityId: string): Promise<unknown> };
}

/** Long-term services with their visits, under `/services`. @source docs/domain.md A11 */
export const serviceRoutes = (deps: ServiceRouteDeps) => {
  const shown = async (services: readonly Service.Info[]) => {
    const owners = await deps.members.getMany([...new Set(services.map(({ ownerId }) => ownerId))], recent);
    const names = new Map(owners.map(({ id, name, employeeNumber }) => [id as string, { name, employeeNumber }]));
    return services.map((one) => ({ ...one, dueOn: Service.dueOn(one), owner: names.get(one.ownerId) }));
  };
  const show = async (id: string) => ServiceView.parse((await shown([await deps.services.get(id)]))[0]);
  /** Who runs a service acts on it now. */
  const running = async (c: Context<Env>, id: string) => {
    const by = allow(actorOf(c), "service.run", await deps.services.get(id));
    return { by, at: deps.now() };
  };
  const current = (id: string) => async () => ({ shown: await show(id) });
  const [begin, revise, visit] = [beginService(deps), reviseService(deps), visitService(deps)];
  const [solve, end] = [solveService(deps), endService(deps)];

  return routes()
    .openapi(
      createRoute({
        ...route("/services", "Begin a long-term service"),
        method: "post",
        request: { headers: Once, ...body(Service.Writing) },
        responses: view,
      }),
      async (c) => {
        const actor = actorOf(c);
        const teamIds = actor.grants.flatMap(({ scope }) => (scope.kind === "team" ? scope.unitId : []));
        const branchId = actor.grants.flatMap(({ scope }) => (scope.kind === "branch" ? scope.unitId : []))[0];
        const by = allow(actor, "service.begin", { teamIds, branchId });
        const key = c.req.valid("header")[IDEMPOTENCY_KEY];
        const id = Service.Id.parse(keyedId(deps.newId, "svc", { memberId: by.actorId, key }));
        await begin(c.req.valid("json"), { id, by, at: deps.now() });
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/services", "List long-term services, whose visit is due first comes first"),
        method: "get",
        request: { query: PageRequest.extend({ ownerId: Member.Id.optional() }) },
        responses: answers(pageOf(ServiceView), "Long-term services"),
      }),
      async (c) => {
        allow(actorOf(c), "service.read");
        const { ownerId, ...page } = c.req.valid("query");
        const { items, ...rest } = await deps.services.list(page, ownerId);
        return c.json({ ...rest, items: await shown(items) }, 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/services/{id}", "Read a long-term service"),
        method: "get",
        request: { params: ById },
        responses: view,
      }),
      async (c) => {
        allow(actorOf(c), "service.read");
        return c.json(await show(c.req.valid("param").id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/services/{id}", "Change a long-term service, or hand it over"),
        method: "patch",
        request: { params: ById, ...body(Patch) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, given] = [c.req.valid("param"), c.req.valid("json")];
        const { version, ...patch } = given;
        const act = { ...(await running(c, id)), version };
        await editing(given, () => revise(id, patch, act), current(id));
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/services/{id}/visits", "Record a visit of a long-term service"),
        method: "post",
        request: { params: ById, ...body(Visiting) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, visiting] = [c.req.valid("param"), c.req.valid("json")];
        const act = await running(c, id);
        if (visiting.activityId !== undefined) await deps.activities.get(visiting.activityId);
        await visit(id, visiting, act);
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/services/{id}/solved", "Say whether the real difficulty is solved"),
        method: "put",
        request: { params: ById, ...body(Solving) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, given] = [c.req.valid("param"), c.req.valid("json")];
        const act = { ...(await running(c, id)), version: given.version };
        await editing(given, () => solve(id, given.solved, act), current(id));
        return c.json(await show(id), 200);
      },
    )
    .openapi(
      createRoute({
        ...route("/services/{id}/end", "End a long-term service; its record stays"),
        method: "post",
        request: { params: ById, ...body(Version.extend({ reason: Reason })) },
        responses: view,
      }),
      async (c) => {
        const [{ id }, given] = [c.req.valid("param"), c.req.valid("json")];
        const act = { ...(await running(c, id)), ...given };
        await editing({}, () => end(id, act), current(id));
        return c.json(await show(id), 200);
      },
    );
};
