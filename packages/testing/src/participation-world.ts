import { OpenAPIHono } from "@hono/zod-openapi";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { dynamoLeaves } from "@yigong/core/leave/leave.store.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import { dynamoOutbox } from "@yigong/core/outbox/outbox.store.ts";
import type { Presence } from "@yigong/core/participation/duty.ts";
import { dynamoDutyLists } from "@yigong/core/participation/duty-list.store.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { dynamoParticipations } from "@yigong/core/participation/participation.store.ts";
import type { Grant, Role, Scope } from "@yigong/core/permission/role.ts";
import { leaveRoutes } from "@yigong/functions/api/leave.ts";
import { participationRoutes } from "@yigong/functions/api/participation.ts";
import type { Env } from "@yigong/functions/lib/edge.ts";
import { HTTP_STATUS } from "@yigong/functions/lib/http-status.ts";

/** For tests: places, duty and leave on the real store, with activities and a roster that a test sets. */
export function participationWorld(table: Table) {
  const activities = new Map<string, Activity>();
  const lifecycles = new Map<string, Lifecycle>();
  const members = new Map<string, Member>();
  const units = new Map<string, UnitInfo>();
  const presence = new Map<string, Presence>();
  const grants = new Map<string, Grant[]>();
  const clock = { at: Sample.RECRUITING };
  let ids = 0;
  const known =
    <Item>(all: Map<string, Item>, noun: string) =>
    async (id: string) => {
      const item = all.get(id);
      if (!item) throw new Refusal("missing", `${noun}.missing`, `There is no ${noun} ${id}.`);
      return item;
    };
  const outbox = dynamoOutbox(table);
  const deps = {
    activities: { get: known(activities, "activity"), find: async (id: string) => activities.get(id) },
    lifecycles: { get: known(lifecycles, "activity") },
    members: {
      get: known(members, "member"),
      getMany: async (asked: readonly string[]) => asked.flatMap((id) => members.get(id) ?? []),
      all: async () => [...members.values()],
    },
    units: { getMany: async (asked: readonly string[]) => asked.flatMap((id) => units.get(id) ?? []) },
    dutyLists: dynamoDutyLists(table),
    participations: dynamoParticipations(table),
    leaves: dynamoLeaves(table),
    outbox,
    zone: "Asia/Shanghai",
    now: () => clock.at,
    newId: (prefix: string) => `${prefix}_${String(++ids).padStart(26, "0")}`,
    wake: () => {},
    presenceOf: async (activityId: string) => presence.get(activityId),
    attendancesOf: async () => new Map<string, number>(),
  };
  const app = new OpenAPIHono<Env>();
  app.use(async (c, next) => {
    const memberId = c.req.header("x-as") ?? "";
    c.set("actor", { memberId, grants: grants.get(memberId) ?? [] });
    await next();
  });
  app.route("/", participationRoutes(deps));
  app.route("/", leaveRoutes(deps));
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error;
    return c.json({ code: error.code, detail: error.message }, HTTP_STATUS[error.kind]);
  });

  return {
    deps,
    app,
    clock,
    presence,
    units,
    /** Puts an activity at a stage. */
    hold(activity: Activity, stage: Parameters<typeof Sample.lifecycle>[0] = "Recruit") {
      activities.set(activity.id, activity);
      lifecycles.set(activity.id, Sample.lifecycle(stage, activity.id));
      return activity;
    },
    moveTo(activity: Activity, stage: Parameters<typeof Sample.lifecycle>[0], at: string) {
      lifecycles.set(activity.id, Sample.lifecycle(stage, activity.id));
      clock.at = at;
    },
    enrol: (...all: Member[]) => {
      for (const member of all) members.set(member.id, member);
    },
    grant(member: number, role: Role, scope: Scope = { kind: "all" }) {
      grants.set(Sample.memberId(member), [{ role, scope, from: "2010-01-01T00:00:00.000Z" }]);
    },
    /** The answer to a request by a member: its status and JSON. */
    async as(member: number, method: string, path: string, body?: unknown) {
      const headers = { "x-as": Sample.memberId(member), "content-type": "application/json" };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await app.request(path, { method, headers, ...sent });
      return { status: response.status, json: await response.json() };
    },
    /** The templates of all messages on their way, in order. */
    async told(): Promise<string[]> {
      const due = await outbox.due("2099-01-01T00:00:00.000Z", 500);
      return due.flatMap(({ effect }) => (effect.kind === "message.send" ? [effect.template] : [effect.kind])).sort();
    },
  };
}
export type ParticipationWorld = ReturnType<typeof participationWorld>;
