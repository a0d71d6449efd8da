import type { SubmitDeps } from "@yigong/application/archive/submit-archive.ts";
import type { Files } from "@yigong/application/ports/files.ts";
import { Activity } from "@yigong/core/activity/index.ts";
import { dynamoArchives } from "@yigong/core/archive/archive.store.ts";
import { dynamoDiaries } from "@yigong/core/archive/diary.store.ts";
import { dynamoMaterials } from "@yigong/core/archive/material.store.ts";
import { dynamoRegisters } from "@yigong/core/archive/register.store.ts";
import { dynamoDeeds } from "@yigong/core/deed/deed.store.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import * as Lifecycle from "@yigong/core/lifecycle/lifecycle.ts";
import { close } from "@yigong/core/lifecycle/move.ts";
import { UnitInfo as Unit, type UnitInfo } from "@yigong/core/organization/organization.ts";
import type { Grant } from "@yigong/core/permission/role.ts";
import { archiveRoutes } from "@yigong/functions/api/archive.ts";
import { deedRoutes } from "@yigong/functions/api/deed.ts";
import { diaryRoutes } from "@yigong/functions/api/diary.ts";
import { materialRoutes } from "@yigong/functions/api/material.ts";
import { onError } from "@yigong/functions/api/problem.ts";
import { routes } from "@yigong/functions/lib/edge.ts";

export const NOW = "2026-09-20T01:00:00.000Z";
export const idOf = (prefix: string, last: string) => `${prefix}_${last.padStart(26, "0")}`;
export const organizer = idOf("mem", "1");
export const volunteer = idOf("mem", "2");
export const branch = idOf("unit", "a");
export const team = idOf("unit", "b");

/** A role in force everywhere, or in one branch. */
export const grantOf = (role: Grant["role"], unitId?: string): Grant => ({
  role,
  scope: unitId === undefined ? { kind: "all" } : { kind: "branch", unitId },
  from: "2020-01-01T00:00:00.000Z",
});

const activityOf = (id: string): Activity.Info => {
  const startsAt = "2026-09-19T01:00:00.000Z";
  const position = { id: idOf("pos", "1"), name: "检修", headCount: 5, requiredSkills: [] };
  const session = { id: idOf("ses", "1"), startsAt, endsAt: "2026-09-19T04:00:00.000Z", positions: [position] };
  return Activity.Info.parse({
    ...{ id, organizerId: organizer, branchId: branch, sessions: [session], createdAt: startsAt, version: 0 },
    ...{
      title: "社区服务日",
      description: "检修宽带",
      place: "海陵社区",
      risks: "登高",
      origin: "alliance",
      scope: "general",
    },
    ...{ beneficiary: "society", purposes: [], audience: { branchIds: [], teamIds: [] }, minimumPeople: 0 },
    ...{ servedParty: { kind: "none", reason: "社区活动" }, recruitUntil: startsAt, surveyDays: 7 },
  });
};

const over = { kind: "deadline", at: NOW, by: "system" };
const instants = { Recruit: [NOW], Cover: [NOW], Execute: [NOW], Archive: [NOW], Survey: [NOW], Propose: [] };
const lifecycleOf = (activityId: string, changed: object = {}): Lifecycle.Info =>
  Lifecycle.Info.parse({
    ...{ activityId, generation: 1, plan: instants, archiveDueAt: NOW, enteredAt: {}, startedAt: NOW, version: 0 },
    ...{ generationAt: NOW, prepared: [] },
    ...{ status: "archiving", outcomes: { Recruit: over, Cover: over, Execute: over } },
    ...changed,
  });

/** The routes of archives and deeds on a real store, with activities and their stages in memory. */
export function sampleWorld(table: Table, files: Files) {
  const lifecycles = new Map<string, Lifecycle.Info>();
  let made = 0;
  const missing = () => new Refusal("missing", "activity.missing", "There is no such activity.");
  const lifecycle = async (id: string) => lifecycles.get(id) ?? Promise.reject(missing());
  const decisions: string[] = [];
  const deps = {
    archives: dynamoArchives(table),
    materials: dynamoMaterials(table),
    diaries: dynamoDiaries(table),
    registers: dynamoRegisters(table),
    deeds: dynamoDeeds(table),
    activities: { get: async (id: string) => activityOf((await lifecycle(id)).activityId) },
    lifecycles: { get: lifecycle },
    units: {
      get: async (id: string): Promise<UnitInfo> =>
        Unit.parse({ id, kind: id === branch ? "branch" : "team", name: "第四支部" }),
    },
    takesPart: async (_: string, memberId: string) => memberId !== idOf("mem", "9"),
    decideStage: async ({ activityId, stage, kind, by, at }: Parameters<SubmitDeps["decideStage"]>[0]) => {
      lifecycles.set(activityId, close(await lifecycle(activityId), stage, { kind, by, at }));
      decisions.push(activityId);
    },
    files,
    zone: "Asia/Shanghai",
    now: () => NOW,
    newId: (prefix: string) => idOf(prefix, `x${++made}`),
    wake: () => {},
  };

  /** The routes as somebody sees them. */
  const as = (memberId: string, grants: readonly Grant[] = []) => {
    const app = routes();
    app.onError(onError(() => {}));
    app.use(async (c, next) => {
      c.set("actor", { memberId, grants });
      await next();
    });
    for (const each of [archiveRoutes(deps), materialRoutes(deps), diaryRoutes(deps), deedRoutes(deps)])
      app.route("/", each);
    return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
      const json =
        body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { "content-type": "application/json", ...headers } };
      const response = await app.request(path, { method, ...json });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : undefined };
    };
  };

  return {
    deps,
    decisions,
    as,
    /** A new activity whose archive is open, unless `changed` says where it stands. */
    start(changed?: object): string {
      const id = deps.newId("act");
      lifecycles.set(id, lifecycleOf(id, changed));
      return id;
    },
  };
}
