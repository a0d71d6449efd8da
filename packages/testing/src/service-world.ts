import { closeAttendance } from "@yigong/application/attendance/close-attendance.ts";
import { findPresence } from "@yigong/application/attendance/find-presence.ts";
import { listServices } from "@yigong/application/attendance/list-services.ts";
import { closeCovers } from "@yigong/application/cover/close-covers.ts";
import { listDoneCovers } from "@yigong/application/cover/list-done-covers.ts";
import { matchCovers } from "@yigong/application/cover/match-covers.ts";
import { openCovers } from "@yigong/application/cover/open-covers.ts";
import { recomputeCovers } from "@yigong/application/cover/recompute-covers.ts";
import { voidCovers } from "@yigong/application/cover/void-covers.ts";
import { countsOf as dutyCountsOf, peopleOf } from "@yigong/application/participation/list-people.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { dynamoAttendances } from "@yigong/core/attendance/attendance.store.ts";
import { dynamoAudits } from "@yigong/core/audit/audit.store.ts";
import { dynamoCovers } from "@yigong/core/cover/cover.store.ts";
import { countsOf } from "@yigong/core/cover/cover.ts";
import { dynamoLeaves } from "@yigong/core/leave/leave.store.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import { dayOf } from "@yigong/core/lib/time.ts";
import type { Info as Lifecycle } from "@yigong/core/lifecycle/lifecycle.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import { dynamoOutbox } from "@yigong/core/outbox/outbox.store.ts";
import { dynamoDutyLists } from "@yigong/core/participation/duty-list.store.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { dynamoParticipations } from "@yigong/core/participation/participation.store.ts";
import type { Grant, Role, Scope } from "@yigong/core/permission/role.ts";
import { type Info as Shift, touches } from "@yigong/core/shift/shift.ts";
import { attendanceRoutes } from "@yigong/functions/api/attendance.ts";
import { coverRoutes } from "@yigong/functions/api/cover.ts";
import { onError } from "@yigong/functions/api/problem.ts";
import { documents } from "@yigong/functions/documents/documents.ts";
import { routes } from "@yigong/functions/lib/edge.ts";

export const ZONE = "Asia/Shanghai";
export const unitId = (number: number) => `unit_${String(number).padStart(26, "0")}` as UnitInfo["id"];

/** The counter, whose head is member 500, the hotline, whose people may cover it, and the shop. */
export const COUNTER = unitId(1);
export const HOTLINE = unitId(2);
export const SHOP = unitId(3);
export const SALES = unitId(4);
export const HEAD = 500;
export const BRANCH = unitId(9);

const post = (
  id: UnitInfo["id"],
  name: string,
  more: { coverableBy?: UnitInfo["id"][]; headId?: string } = {},
): UnitInfo => ({
  kind: "post",
  id,
  name,
  version: 0,
  coverableBy: [],
  ...more,
});

/** A shift on the day of service, in local hours. */
export const shift = (
  number: number,
  member: number,
  [from, to]: [string, string],
  over: Partial<Shift> = {},
): Shift => {
  const at = (time: string) => new Date(`2026-09-12T${time}:00+08:00`).toISOString();
  const id = `shf_${String(number).padStart(26, "0")}` as Shift["id"];
  const startsAt = at(from);
  return {
    id,
    memberId: Sample.memberId(member),
    postId: COUNTER,
    startsAt,
    endsAt: at(to),
    coverableBy: [],
    day: dayOf(startsAt, ZONE),
    ...over,
  };
};

/** A party member at a post. */
export const partyMember = (number: number, postId = COUNTER, over: Partial<Member> = {}): Member =>
  Sample.member(number, {
    politicalStatuses: [{ from: "2010-01-01", status: "partyMember" }],
    affiliations: [{ from: "2010-01-01", postId, branchId: BRANCH, departmentId: SALES }],
    ...over,
  });

/** For tests: covers and attendances on the real store, with activities, a roster and shifts that a test sets. */
export function serviceWorld(table: Table) {
  const activities = new Map<string, Activity>();
  const lifecycles = new Map<string, Lifecycle>();
  const members = new Map<string, Member>();
  const shifts: Shift[] = [];
  const units = [
    post(COUNTER, "营业员", { coverableBy: [HOTLINE], headId: Sample.memberId(HEAD) }),
    post(HOTLINE, "话务员"),
    post(SHOP, "店员"),
  ];
  const grants = new Map<string, Grant[]>();
  const coversThisYear = new Map<string, number>();
  const clock = { at: Sample.DEADLINE };
  let ids = 0;
  const known =
    <Item>(all: Map<string, Item>) =>
    async (id: string) => {
      const item = all.get(id);
      if (!item) throw new Refusal("missing", "activity.missing", `There is no activity ${id}.`);
      return item;
    };
  const outbox = dynamoOutbox(table);
  const between = async (span: { from: string; to: string }) => shifts.filter((one) => touches(one, span));
  const deps = {
    covers: dynamoCovers(table),
    attendances: dynamoAttendances(table),
    activities: { get: known(activities) },
    lifecycles: { get: known(lifecycles) },
    participations: dynamoParticipations(table),
    dutyLists: dynamoDutyLists(table),
    leaves: dynamoLeaves(table),
    shifts: {
      between,
      ofMembers: async (asked: readonly string[], span: { from: string; to: string }) =>
        (await between(span)).filter((one) => asked.includes(one.memberId)),
    },
    members: {
      all: async () => [...members.values()],
      getMany: async (asked: readonly string[]) => asked.flatMap((id) => members.get(id) ?? []),
    },
    units: { getMany: async (asked: readonly string[]) => units.filter(({ id }) => asked.includes(id)) },
    settings: {
      get: async () => ({
        name: "义工联盟",
        foundingYear: 2010,
        zone: ZONE,
        codeVersion: 1,
        servicePhone: "0523-80000000",
        version: 0,
      }),
    },
    coversThisYear: async () => coversThisYear,
    secrets: { checkIns: new Uint8Array(32).fill(7) },
    origin: () => "https://yigong.example",
    zone: ZONE,
    now: () => clock.at,
    newId: (prefix: string) => `${prefix}_${String(++ids).padStart(26, "0")}`,
    documents,
    wake: () => {},
  };
  const app = routes();
  app.use(async (c, next) => {
    const memberId = c.req.header("x-as") ?? "";
    c.set("actor", { memberId, grants: grants.get(memberId) ?? [] });
    await next();
  });
  app.route("/", coverRoutes(deps));
  app.route("/", attendanceRoutes(deps));
  app.onError(
    onError((error) => {
      throw error;
    }),
  );
  const effects = async () => (await outbox.due("2099-01-01T00:00:00.000Z", 500)).map((row) => row.effect);

  return {
    deps,
    clock,
    lifecycles,
    activities,
    shifts,
    coversThisYear,
    covers: {
      openCovers: openCovers(deps),
      closeCovers: closeCovers(deps),
      recompute: recomputeCovers(deps),
      voidAll: voidCovers(deps),
      coverRound: matchCovers(deps),
      counts: async (activityId: string) => countsOf(await deps.covers.of(activityId)),
      covered: listDoneCovers(deps),
    },
    attendance: {
      closeAttendance: closeAttendance(deps),
      served: listServices(deps),
      dutyCounts: async (activity: Activity) =>
        dutyCountsOf(await peopleOf({ ...deps, presenceOf: findPresence(deps) }, activity)),
    },
    audits: dynamoAudits(table),
    effects,
    /** Puts an activity at a stage, by default that in which covers are arranged. */
    hold(activity: Activity = Sample.activity(), stage: "Recruit" | "Cover" | "Execute" = "Cover") {
      activities.set(activity.id, activity);
      lifecycles.set(activity.id, Sample.lifecycle(stage, activity.id));
      return activity;
    },
    enrol: (...all: Member[]) => {
      for (const member of all) members.set(member.id, member);
    },
    /** Signs members up and allocates; all have a place while there are any. */
    async place(activity: Activity, ...numbers: number[]) {
      const [session] = activity.sessions;
      const [position] = session?.positions ?? [];
      if (!session || !position) throw new TypeError("An activity has a session and a position");
      for (const number of numbers)
        await deps.participations.signUp(Sample.wish(number, { activityId: activity.id, session, position }));
      const duty = new Set((await deps.dutyLists.find(activity.id))?.memberIds);
      await deps.participations.allocate({ activity, at: Sample.DEADLINE, duty, attendances: new Map() });
    },
    grant(member: number, role: Role, scope: Scope = { kind: "all" }) {
      grants.set(Sample.memberId(member), [{ role, scope, from: "2010-01-01T00:00:00.000Z" }]);
    },
    /** The answer to a request by a member: its status and JSON. */
    async as(member: number, method: string, path: string, body?: unknown) {
      const headers = { "x-as": Sample.memberId(member) };
      const json = { ...headers, "content-type": "application/json" };
      const request = body === undefined ? { method, headers } : { method, headers: json, body: JSON.stringify(body) };
      const response = await app.request(path, request);
      return { status: response.status, json: await response.json() };
    },
    /** Runs what a no has asked for: the rounds that are due. @returns how many ran */
    async runRounds() {
      const due = (await effects()).filter((effect) => effect.dueAt <= clock.at);
      const rounds = due.flatMap((effect) => (effect.kind === "cover.round" ? [effect] : []));
      for (const { id, activityId } of rounds) {
        await matchCovers(deps)(activityId, clock.at);
        await outbox.done(id);
      }
      return rounds.length;
    },
    /** Who is told what, as `template member`; roles and groups by name. */
    async told(template = ""): Promise<string[]> {
      const messages = (await effects()).flatMap((effect) => (effect.kind === "message.send" ? [effect] : []));
      const to = (audience: (typeof messages)[number]["to"]) => {
        if (audience.kind === "members") return audience.memberIds.map((id) => String(Number(id.slice(4)))).join();
        return audience.kind === "role" ? audience.role : audience.who;
      };
      return messages
        .filter((message) => message.template.startsWith(template))
        .map((message) => `${message.template} ${to(message.to)}`)
        .sort();
    },
  };
}
export type ServiceWorld = ReturnType<typeof serviceWorld>;
