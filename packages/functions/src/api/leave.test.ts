import { closeLeaves } from "@yigong/application/leave/close-leaves.ts";
import { decideLeave } from "@yigong/application/leave/decide-leave.ts";
import { settleLeavesAtStart } from "@yigong/application/leave/settle-leaves.ts";
import { allocatePlaces } from "@yigong/application/participation/allocate-places.ts";
import { fixDutyList } from "@yigong/application/participation/fix-duty-list.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { faults } from "@yigong/testing/faults.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { memberIdOf, type Person } from "@yigong/testing/sample/person.ts";
import { BRANCH_A, BRANCH_B } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance();
const { clock, given, sent, useCases, when } = alliance;
afterAll(() => alliance.close());

const duty = (number: number, branchId = BRANCH_A) =>
  Sample.member(number, {
    politicalStatuses: [{ from: "2010-01-01", status: "partyMember" }],
    affiliations: [{ from: "2010-01-01", branchId }],
  });
const plea = { reason: "workConflict", note: "当天值机房" };
const late = { ...plea, evidence: "排班表照片" };
const yes = { consent: true, acceptsRisks: true };
const LATE = "2026-09-10T12:00:00.000Z";

let activity: Activity;
const path = (rest: string) => `/activities/${activity.id}/${rest}`;
const decisionOn = (member: number) => path(`leaves/${Sample.memberId(member)}/decision`);
const ask = (member: Person, body: object = plea) => when(member).post(path("leaves"), body);
const mine = async (member: number) => (await when(member).get(path("sign-ups/me"))).body;
const close = async () => {
  await given.stage(activity, "Cover", LATE);
  await allocatePlaces(useCases)(activity, Sample.DEADLINE);
  return closeLeaves(useCases)(activity, LATE);
};

/** Members 1–3 of branch A and 4 of branch B are on the duty list; 5 and 6 are not. One place. */
beforeEach(async () => {
  await alliance.clear();
  await given.members(duty(1), duty(2), duty(3), duty(4, BRANCH_B), 5, 6, "alliance", "secretaryA", "secretaryB");
  activity = await given.activity({ sessions: [Sample.session(1)] });
  await fixDutyList(useCases)(activity, Sample.RECRUITING);
});

describe("asking for leave", () => {
  it("puts the request before the branch's secretary, once, however often it is sent", async () => {
    const asked = await Promise.all([ask(1), ask(1), ask(1)]);

    const waiting = await when("secretaryA").get("/leaves?status=requested");
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(waiting.body.items).toMatchObject([{ name: "成员1", note: "当天值机房", status: "requested", late: false }]);
    expect((await when("secretaryB").get("/leaves?status=requested")).body.items).toEqual([]);
    expect(await sent()).toEqual(["leave.requested"]);
  });

  it.each([
    ["by somebody who is not on the duty list", 5, plea, 409, "leave.not_on_duty"],
    ["without a note", 1, { reason: "family" }, 400, "input.invalid"],
    ["for a reason that there is not", 1, { ...plea, reason: "holiday" }, 400, "input.invalid"],
  ])("is refused %s", async (_, member, body, status, code) => {
    expect(await ask(member, body)).toMatchObject({ status, body: { code } });
  });

  it("takes evidence after the deadline and ends with the start", async () => {
    await given.stage(activity, "Cover", LATE);
    const bare = await ask(1);
    const proven = await ask(1, late);
    clock.at = Sample.STARTS;

    expect([bare.body.code, proven.body.status, proven.body.late]).toEqual([
      "leave.evidence_needed",
      "requested",
      true,
    ]);
    expect((await ask(2, late)).body.code).toBe("leave.too_late");
  });

  it("keeps one from signing up until the request is taken back", async () => {
    await ask(1);
    const refused = await when(1).post(path("sign-ups"), yes);
    await when(1).delete(path("leaves/me"));

    expect(refused.body.code).toBe("participation.on_leave");
    expect((await when(1).post(path("sign-ups"), yes)).status).toBe(200);
  });
});

describe("deciding", () => {
  it("approves, frees the place and moves the next one up, in one go", async () => {
    await when(1).post(path("sign-ups"), yes);
    await when(5).post(path("sign-ups"), { ...yes, positionId: Sample.positionId() });
    await given.stage(activity, "Cover", LATE);
    await allocatePlaces(useCases)(activity, Sample.DEADLINE);
    await ask(1, late);

    const decided = await when("secretaryA").post(decisionOn(1), { approve: true });

    expect(decided).toMatchObject({ status: 200, body: { status: "approved", decision: { role: "branchSecretary" } } });
    expect(await mine(1)).toMatchObject({ dutyState: "onLeave", places: [{ state: "withdrawn" }] });
    expect((await mine(5)).places).toMatchObject([{ state: "offered", provisional: false }]);
    expect(await sent()).toEqual(
      expect.arrayContaining(["activity.follow", "leave.approved", "participation.offered"]),
    );
  });

  it("refuses with a reason, leaves the place, and hears a new request only with evidence", async () => {
    await when(1).post(path("sign-ups"), yes);
    await ask(1);

    const without = await when("secretaryA").post(decisionOn(1), { approve: false });
    const refused = await when("secretaryA").post(decisionOn(1), { approve: false, reason: "人手不足" });

    expect([without.body.code, refused.body.status]).toEqual(["leave.reason_needed", "refused"]);
    expect(await mine(1)).toMatchObject({ dutyState: "attending", leave: { status: "refused" } });
    expect([(await ask(1)).body.code, (await ask(1, late)).body.earlier]).toEqual(["leave.evidence_needed", 1]);
  });

  it.each([
    ["the secretary of another branch", "secretaryB", "permission.denied"],
    ["a volunteer", 2, "permission.denied"],
  ] as const)("is not for %s", async (_, member, code) => {
    await ask(1);

    expect(await when(member).post(decisionOn(1), { approve: true })).toMatchObject({
      status: 403,
      body: { code },
    });
  });

  it("is nobody's about their own leave", async () => {
    await given.member(1, { ...duty(1), roles: [grant("branchSecretary", { kind: "branch", unitId: BRANCH_A })] });
    await ask(1);

    expect(await when(1).post(decisionOn(1), { approve: true })).toMatchObject({
      body: { code: "leave.own_request" },
    });
  });

  it("ends with one decision when two come at once, and with an audit entry of it", async () => {
    await ask(1);

    const both = await Promise.all([
      when("secretaryA").post(decisionOn(1), { approve: true }),
      when("alliance").post(decisionOn(1), { approve: false, reason: "人手不足" }),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body.code).toBe("leave.decided");
  });

  it("never leaves leave approved with the place still held, wherever the process dies", async () => {
    const mortal = await testAlliance({ pause: async () => {} });
    const broken = faults(mortal.table.client);
    const ends = new Set<string>();
    for (let n = 1; n < 40; n++) {
      await mortal.clear();
      await mortal.given.members(duty(1), 5, "secretaryA");
      const held = await mortal.given.activity(activity);
      await fixDutyList(mortal.useCases)(held, Sample.RECRUITING);
      await mortal.when(1).post(path("sign-ups"), yes);
      await mortal.when(1).post(path("leaves"), plea);
      broken.at(n, n % 2 ? "crash-after" : "crash-before");
      const by = { actorId: memberIdOf("secretaryA") };
      const wanted = {
        activityId: held.id,
        memberId: Sample.memberId(1),
        approve: true,
        alliance: false,
        by,
        at: Sample.RECRUITING,
      };
      const died = await decideLeave(mortal.useCases)(wanted).then(
        () => false,
        () => true,
      );
      broken.mend();
      const [place] = await mortal.useCases.participations.ofMember(held, Sample.memberId(1));
      ends.add(`${(await mortal.useCases.leaves.find(held.id, Sample.memberId(1)))?.status} ${place?.state}`);
      if (!died) break;
    }
    await mortal.close();

    expect([...ends].sort()).toEqual(["approved withdrawn", "requested placed"]);
  });
});

describe("the end of the branches' time", () => {
  it("passes what is open to the alliance, which alone decides it then", async () => {
    await ask(1);
    await ask(4);
    await when("secretaryA").post(decisionOn(1), { approve: true });

    const { escalated } = await close();
    const again = await closeLeaves(useCases)(activity, LATE);
    const tooLate = await when("secretaryB").post(decisionOn(4), { approve: true });

    expect([escalated, again.escalated, tooLate.body.code]).toEqual([1, 1, "leave.escalated"]);
    expect((await when("alliance").get("/leaves?status=escalated")).body.items).toMatchObject([{ name: "成员4" }]);
    expect((await when("alliance").post(decisionOn(4), { approve: true })).body.status).toBe("approved");
    expect(await sent()).toEqual(expect.arrayContaining(["leave.escalated", "leave.passedOn"]));
  });

  it("settles at the start, in the person's favour, what nobody decided, and promotes nobody any more", async () => {
    await when(4).post(path("sign-ups"), yes);
    await when(5).post(path("sign-ups"), { ...yes, positionId: Sample.positionId() });
    await ask(4);
    await close();
    await given.stage(activity, "Execute", Sample.STARTS);

    const settled = await settleLeavesAtStart(useCases)(activity, Sample.STARTS);
    const again = await settleLeavesAtStart(useCases)(activity, Sample.STARTS);

    expect([settled, again]).toEqual([{ settled: 1 }, { settled: 0 }]);
    expect(await mine(4)).toMatchObject({ dutyState: "onLeave", leave: { decision: { by: "system" } } });
    expect((await mine(5)).places).toMatchObject([{ state: "waiting" }]);
  });
});

describe("lists of requests", () => {
  it("show each reader what concerns them", async () => {
    await ask(1);
    await ask(4);
    const read = async (member: Person) =>
      (await when(member).get(path("leaves"))).body.items.map((leave: { name: string }) => leave.name);

    expect([await read("alliance"), await read("secretaryA"), await read(4), await read(5)]).toEqual([
      ["成员1", "成员4"],
      ["成员1"],
      ["成员4"],
      [],
    ]);
    expect((await when(1).get("/me/leaves")).body.items).toHaveLength(1);
  });

  it("are closed to those who decide nothing, and to a secretary who asks for another branch", async () => {
    const denied = { status: 403, body: { code: "permission.denied" } };

    expect(await when(1).get("/leaves")).toMatchObject(denied);
    expect(await when("secretaryA").get(`/leaves?branchId=${BRANCH_B}`)).toMatchObject(denied);
  });
});

it("describes every route in the API's document", async () => {
  const { paths } = await (await (await alliance.web()).request("/api/openapi.json")).json();
  const own = Object.keys(paths).filter((path) =>
    /^\/(activities|leaves|me)\b.*(duty-list|leaves|people|sign-ups|participations)|^\/leaves$/.test(path),
  );

  expect(own.sort()).toEqual([
    "/activities/{id}/duty-list",
    "/activities/{id}/leaves",
    "/activities/{id}/leaves/me",
    "/activities/{id}/leaves/me/photos",
    "/activities/{id}/leaves/me/photos/{photoId}",
    "/activities/{id}/leaves/me/photos/{photoId}/uploaded",
    "/activities/{id}/leaves/{memberId}/decision",
    "/activities/{id}/leaves/{memberId}/photos",
    "/activities/{id}/people",
    "/activities/{id}/people/{memberId}/cannot",
    "/activities/{id}/people/{memberId}/offers/{sessionId}",
    "/activities/{id}/people/{memberId}/sign-up",
    "/activities/{id}/sign-ups",
    "/activities/{id}/sign-ups/me",
    "/activities/{id}/sign-ups/me/consent",
    "/activities/{id}/sign-ups/{sessionId}",
    "/leaves",
    "/me/leaves",
    "/me/participations",
  ]);
});
