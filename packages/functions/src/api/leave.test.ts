import { closeLeaves } from "@yigong/application/leave/close-leaves.ts";
import { decideLeave } from "@yigong/application/leave/decide-leave.ts";
import { settleLeavesAtStart } from "@yigong/application/leave/settle-leaves.ts";
import { allocatePlaces } from "@yigong/application/participation/allocate-places.ts";
import { fixDutyList } from "@yigong/application/participation/fix-duty-list.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { faults } from "@yigong/testing/faults.ts";
import { type ParticipationWorld, participationWorld } from "@yigong/testing/participation-world.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const branch = (number: number) => `unit_${String(number).padStart(26, "0")}` as never;
const duty = (number: number, unit = 1) =>
  Sample.member(number, {
    politicalStatuses: [{ from: "2010-01-01", status: "partyMember" }],
    affiliations: [{ from: "2010-01-01", branchId: branch(unit) }],
  });
const SECRETARY = 91;
const OTHER_SECRETARY = 92;
const ALLIANCE = 90;
const plea = { reason: "workConflict", note: "当天值机房" };
const late = { ...plea, evidence: "排班表照片" };
const yes = { consent: true, acceptsRisks: true };
const LATE = "2026-09-10T12:00:00.000Z";

let store: TestTable;
let world: ParticipationWorld;
let activity: Activity;
const path = (rest: string) => `/activities/${activity.id}/${rest}`;
const decisionOn = (member: number) => path(`leaves/${Sample.memberId(member)}/decision`);
const ask = (member: number, body: object = plea) => world.as(member, "POST", path("leaves"), body);
const mine = async (member: number) => (await world.as(member, "GET", path("sign-ups/me"))).json;
const close = async () => {
  world.moveTo(activity, "Cover", LATE);
  await allocatePlaces(world.deps)(activity, Sample.DEADLINE);
  return closeLeaves(world.deps)(activity, LATE);
};

/** Members 1–3 of branch 1 and 4 of branch 2 are on the duty list; 5 and 6 are not. One place. */
beforeEach(async () => {
  store = await testTable();
  world = participationWorld(store.table);
  world.enrol(duty(1), duty(2), duty(3), duty(4, 2), Sample.member(5), Sample.member(6));
  world.grant(ALLIANCE, "alliance");
  world.grant(SECRETARY, "branchSecretary", { kind: "branch", unitId: branch(1) });
  world.grant(OTHER_SECRETARY, "branchSecretary", { kind: "branch", unitId: branch(2) });
  activity = world.hold(Sample.activity({ sessions: [Sample.session(1)] }));
  await fixDutyList(world.deps)(activity, Sample.RECRUITING);
});
afterEach(() => store.stop());

describe("asking for leave", () => {
  it("puts the request before the branch's secretary, once, however often it is sent", async () => {
    const sent = await Promise.all([ask(1), ask(1), ask(1)]);

    const waiting = await world.as(SECRETARY, "GET", "/leaves?status=requested");
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(waiting.json.items).toMatchObject([{ name: "成员1", note: "当天值机房", status: "requested", late: false }]);
    expect((await world.as(OTHER_SECRETARY, "GET", "/leaves?status=requested")).json.items).toEqual([]);
    expect(await world.told()).toEqual(["leave.requested"]);
  });

  it.each([
    ["by somebody who is not on the duty list", 5, plea, 409, "leave.not_on_duty"],
    ["without a note", 1, { reason: "family" }, 400, "input.invalid"],
    ["for a reason that there is not", 1, { ...plea, reason: "holiday" }, 400, "input.invalid"],
  ])("is refused %s", async (_, member, body, status, code) => {
    expect(await ask(member, body)).toMatchObject({ status, json: { code } });
  });

  it("takes evidence after the deadline and ends with the start", async () => {
    world.moveTo(activity, "Cover", LATE);
    const bare = await ask(1);
    const proven = await ask(1, late);
    world.clock.at = Sample.STARTS;

    expect([bare.json.code, proven.json.status, proven.json.late]).toEqual([
      "leave.evidence_needed",
      "requested",
      true,
    ]);
    expect((await ask(2, late)).json.code).toBe("leave.too_late");
  });

  it("keeps one from signing up until the request is taken back", async () => {
    await ask(1);
    const refused = await world.as(1, "POST", path("sign-ups"), yes);
    await world.as(1, "DELETE", path("leaves/me"));

    expect(refused.json.code).toBe("participation.on_leave");
    expect((await world.as(1, "POST", path("sign-ups"), yes)).status).toBe(200);
  });
});

describe("deciding", () => {
  it("approves, frees the place and moves the next one up, in one go", async () => {
    await world.as(1, "POST", path("sign-ups"), yes);
    await world.as(5, "POST", path("sign-ups"), { ...yes, positionId: Sample.positionId() });
    world.moveTo(activity, "Cover", LATE);
    await allocatePlaces(world.deps)(activity, Sample.DEADLINE);
    await ask(1, late);

    const decided = await world.as(SECRETARY, "POST", decisionOn(1), { approve: true });

    expect(decided).toMatchObject({ status: 200, json: { status: "approved", decision: { role: "branchSecretary" } } });
    expect(await mine(1)).toMatchObject({ dutyState: "onLeave", places: [{ state: "withdrawn" }] });
    expect((await mine(5)).places).toMatchObject([{ state: "placed", provisional: false }]);
    expect(await world.told()).toEqual(
      expect.arrayContaining(["activity.follow", "leave.approved", "participation.promoted"]),
    );
  });

  it("refuses with a reason, leaves the place, and hears a new request only with evidence", async () => {
    await world.as(1, "POST", path("sign-ups"), yes);
    await ask(1);

    const without = await world.as(SECRETARY, "POST", decisionOn(1), { approve: false });
    const refused = await world.as(SECRETARY, "POST", decisionOn(1), { approve: false, reason: "人手不足" });

    expect([without.json.code, refused.json.status]).toEqual(["leave.reason_needed", "refused"]);
    expect(await mine(1)).toMatchObject({ dutyState: "attending", leave: { status: "refused" } });
    expect([(await ask(1)).json.code, (await ask(1, late)).json.earlier]).toEqual(["leave.evidence_needed", 1]);
  });

  it.each([
    ["the secretary of another branch", OTHER_SECRETARY, "permission.denied"],
    ["a volunteer", 2, "permission.denied"],
  ])("is not for %s", async (_, member, code) => {
    await ask(1);

    expect(await world.as(member, "POST", decisionOn(1), { approve: true })).toMatchObject({
      status: 403,
      json: { code },
    });
  });

  it("is nobody's about their own leave", async () => {
    world.grant(1, "branchSecretary", { kind: "branch", unitId: branch(1) });
    await ask(1);

    expect(await world.as(1, "POST", decisionOn(1), { approve: true })).toMatchObject({
      json: { code: "leave.own_request" },
    });
  });

  it("ends with one decision when two come at once, and with an audit entry of it", async () => {
    await ask(1);

    const both = await Promise.all([
      world.as(SECRETARY, "POST", decisionOn(1), { approve: true }),
      world.as(ALLIANCE, "POST", decisionOn(1), { approve: false, reason: "人手不足" }),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.json.code).toBe("leave.decided");
  });

  it("never leaves leave approved with the place still held, wherever the process dies", async () => {
    const ends = new Set<string>();
    for (let n = 1; n < 40; n++) {
      const mortal = await testTable({ pause: async () => {} });
      const inner = participationWorld(mortal.table);
      inner.enrol(duty(1), Sample.member(5));
      const held = inner.hold(activity);
      await fixDutyList(inner.deps)(held, Sample.RECRUITING);
      await inner.as(1, "POST", path("sign-ups"), yes);
      await inner.as(1, "POST", path("leaves"), plea);
      const broken = faults(mortal.table.client);
      broken.at(n, n % 2 ? "crash-after" : "crash-before");
      const by = { actorId: Sample.memberId(SECRETARY) };
      const wanted = {
        activityId: held.id,
        memberId: Sample.memberId(1),
        approve: true,
        alliance: false,
        by,
        at: Sample.RECRUITING,
      };
      const died = await decideLeave(inner.deps)(wanted).then(
        () => false,
        () => true,
      );
      broken.mend();
      const [place] = await inner.deps.participations.ofMember(held, Sample.memberId(1));
      ends.add(`${(await inner.deps.leaves.find(held.id, Sample.memberId(1)))?.status} ${place?.state}`);
      await mortal.stop();
      if (!died) break;
    }

    expect([...ends].sort()).toEqual(["approved withdrawn", "requested placed"]);
  });
});

describe("the end of the branches' time", () => {
  it("passes what is open to the alliance, which alone decides it then", async () => {
    await ask(1);
    await ask(4);
    await world.as(SECRETARY, "POST", decisionOn(1), { approve: true });

    const { escalated } = await close();
    const again = await closeLeaves(world.deps)(activity, LATE);
    const tooLate = await world.as(OTHER_SECRETARY, "POST", decisionOn(4), { approve: true });

    expect([escalated, again.escalated, tooLate.json.code]).toEqual([1, 1, "leave.escalated"]);
    expect((await world.as(ALLIANCE, "GET", "/leaves?status=escalated")).json.items).toMatchObject([{ name: "成员4" }]);
    expect((await world.as(ALLIANCE, "POST", decisionOn(4), { approve: true })).json.status).toBe("approved");
    expect(await world.told()).toEqual(expect.arrayContaining(["leave.escalated", "leave.passedOn"]));
  });

  it("settles at the start, in the person's favour, what nobody decided, and promotes nobody any more", async () => {
    await world.as(4, "POST", path("sign-ups"), yes);
    await world.as(5, "POST", path("sign-ups"), { ...yes, positionId: Sample.positionId() });
    await ask(4);
    await close();
    world.moveTo(activity, "Execute", Sample.STARTS);

    const settled = await settleLeavesAtStart(world.deps)(activity, Sample.STARTS);
    const again = await settleLeavesAtStart(world.deps)(activity, Sample.STARTS);

    expect([settled, again]).toEqual([{ settled: 1 }, { settled: 0 }]);
    expect(await mine(4)).toMatchObject({ dutyState: "onLeave", leave: { decision: { by: "system" } } });
    expect((await mine(5)).places).toMatchObject([{ state: "waiting" }]);
  });
});

describe("lists of requests", () => {
  it("show each reader what concerns them", async () => {
    await ask(1);
    await ask(4);
    const read = async (member: number) =>
      (await world.as(member, "GET", path("leaves"))).json.items.map((leave: { name: string }) => leave.name);

    expect([await read(ALLIANCE), await read(SECRETARY), await read(4), await read(5)]).toEqual([
      ["成员1", "成员4"],
      ["成员1"],
      ["成员4"],
      [],
    ]);
    expect((await world.as(1, "GET", "/me/leaves")).json.items).toHaveLength(1);
  });

  it("are closed to those who decide nothing, and to a secretary who asks for another branch", async () => {
    const denied = { status: 403, json: { code: "permission.denied" } };

    expect(await world.as(1, "GET", "/leaves")).toMatchObject(denied);
    expect(await world.as(SECRETARY, "GET", `/leaves?branchId=${branch(2)}`)).toMatchObject(denied);
  });
});

it("describes every route in the API's document", () => {
  const { paths } = world.app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "t", version: "1" } });

  expect(Object.keys(paths ?? {}).sort()).toEqual([
    "/activities/{id}/duty-list",
    "/activities/{id}/leaves",
    "/activities/{id}/leaves/me",
    "/activities/{id}/leaves/{memberId}/decision",
    "/activities/{id}/people",
    "/activities/{id}/sign-ups",
    "/activities/{id}/sign-ups/me",
    "/activities/{id}/sign-ups/{sessionId}",
    "/leaves",
    "/me/leaves",
    "/me/participations",
  ]);
});
