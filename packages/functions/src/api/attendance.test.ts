import { codeAt } from "@yigong/core/attendance/code.ts";
import { cancel, enter } from "@yigong/core/lifecycle/move.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TestTable, testTable } from "../../../../test/lib/store.ts";
import { BRANCH, partyMember, type ServiceWorld, serviceWorld } from "../cover/service.world.ts";

let store: TestTable;
let world: ServiceWorld;
beforeEach(async () => {
  store = await testTable();
  world = serviceWorld(store.table);
});
afterEach(() => store.stop());

const LEADER = 9_000;
const ALLIANCE = 700;
const SECRETARY = 701;
const id = Sample.memberId;
const SESSION = `/activities/${Sample.activityId()}/sessions/${Sample.sessionId()}`;
const ABSENCE = `/activities/${Sample.activityId()}/absences/${Sample.sessionId()}`;
/** Service is from 9 to 13 local time, 01:00 to 05:00 UTC; the stage ends with it here. */
const day = (time: string) => `2026-09-12T${time}Z`;
const IN_TIME = day("00:55:00.000");
const LATE = day("05:00:00.000");

/** Members 1 to 3 have a place, 1, 2, 4 and 5 are on the duty list; member 6 waits. */
async function begun() {
  const activity = world.hold(Sample.activity({ sessions: [Sample.session(3)] }), "Execute");
  const all = [1, 2, 3, 4, 5, 6, LEADER, ALLIANCE, SECRETARY].map((number) => partyMember(number));
  world.enrol(...all);
  await world.deps.dutyLists.fix(activity.id, [1, 2, 4, 5].map(id), Sample.RECRUITING);
  await world.place(activity, 1, 2, 3, 6);
  world.grant(ALLIANCE, "alliance");
  world.grant(SECRETARY, "branchSecretary", { kind: "branch", unitId: BRANCH });
  world.clock.at = IN_TIME;
  return activity;
}
const screen = async () => (await world.as(LEADER, "GET", `${SESSION}/code`)).json;
const checkIn = async (member: number, code?: string) =>
  world.as(member, "POST", `${SESSION}/check-in`, { code: code ?? (await screen()).code });
const wrongCode = async () => {
  const { code } = await screen();
  return code === "000000" ? "000001" : "000000";
};
const callRoll = (by: number, ...lines: object[]) => world.as(by, "POST", `${SESSION}/roll-call`, { lines });
const absent = (member: number, why = "没有来") => ({ memberId: id(member), state: "absent", why });
const present = (member: number, more = {}) => ({ memberId: id(member), state: "present", ...more });
const rowOf = (member: number) =>
  world.deps.attendances.find({ activityId: Sample.activityId(), sessionId: Sample.sessionId(), memberId: id(member) });

describe("the screen", () => {
  it("shows the leader code, QR code and how many have arrived", async () => {
    await begun();
    await checkIn(1);
    const shown = await screen();

    expect(shown).toMatchObject({
      arrived: 1,
      expected: 3,
      validUntil: day("00:55:30.000"),
      latest: [{ name: "成员1" }],
    });
    expect(shown.url).toBe(`https://yigong.example/c/${Sample.activityId()}/${Sample.sessionId()}/${shown.code}`);
    expect(shown.svg).toMatch(/^<svg /);
  });

  it("is the leader's, and not to be kept", async () => {
    await begun();

    expect((await world.as(1, "GET", `${SESSION}/code`)).json.code).toBe("permission.denied");
    expect((await world.as(ALLIANCE, "GET", `${SESSION}/code`)).status).toBe(200);
  });

  it("is dark before the doors open", async () => {
    await begun();
    world.clock.at = day("00:00:00.000").replace("12T00", "11T23");

    expect((await world.as(LEADER, "GET", `${SESSION}/code`)).json.code).toBe("attendance.too_early");
  });
});

describe("checking in", () => {
  it("takes the right code once, and says when the second time", async () => {
    await begun();
    const [first, second] = [await checkIn(1), await checkIn(1)];

    expect(first).toMatchObject({ status: 200, json: { state: "present", method: "code", checkedInAt: IN_TIME } });
    expect(second).toMatchObject({ status: 409, json: { code: "attendance.already_checked_in" } });
    expect(second.json.detail).toContain(IN_TIME);
  });

  it("is one check-in when it is sent ten times at once", async () => {
    await begun();
    const { code } = await screen();
    const answers = await Promise.all(Array.from({ length: 10 }, () => checkIn(1, code)));
    const codes = answers.filter(({ status }) => status !== 200).map(({ json }) => json.code);

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(codes).toEqual(Array(9).fill("attendance.already_checked_in"));
    expect((await rowOf(1))?.version).toBe(1);
  });

  it.each([
    ["yesterday's", day("00:55:00.000").replace("12T", "11T")],
    ["a minute old", day("00:54:00.000")],
  ])("refuses a code that is %s, with the way on", async (_, shownAt) => {
    await begun();
    const source = {
      secret: world.deps.secrets.checkIns,
      activityId: Sample.activityId(),
      sessionId: Sample.sessionId(),
    };
    const answer = await checkIn(1, codeAt(source, shownAt).code);

    expect(answer).toMatchObject({ status: 400, json: { code: "attendance.code_invalid" } });
    expect(answer.json.detail).toContain("every 30 seconds");
  });

  it("looks at no code after ten wrong ones, until ten minutes have passed", async () => {
    await begun();
    const wrong = await wrongCode();
    for (let n = 0; n < 10; n++) expect((await checkIn(1, wrong)).json.code).toBe("attendance.code_invalid");

    expect((await checkIn(1)).json.code).toBe("attendance.too_many_tries");
    expect((await checkIn(2)).status).toBe(200);

    world.clock.at = day("01:05:00.000");

    expect((await checkIn(1)).status).toBe(200);
  });

  it.each([
    ["who waits", 6, "waiting list"],
    ["on the duty list who never answered", 4, "roll-call"],
    ["whom nobody knows here", 99, "Sign up"],
  ])("is not for somebody %s, and says the way on", async (_, member, way) => {
    await begun();
    const answer = await checkIn(member);

    expect(answer).toMatchObject({ status: 409, json: { code: "attendance.not_participant" } });
    expect(answer.json.detail).toContain(way);
  });

  it("ends with the session, and with the activity", async () => {
    await begun();
    const { code } = await screen();
    world.clock.at = LATE;

    expect((await checkIn(1, code)).json.code).toBe("attendance.session_over");
  });

  it.each(["12345", "abcdef", ""])("refuses what is no code: %j", async (code) => {
    await begun();

    expect((await checkIn(1, code)).json.code).toBe("input.invalid");
  });
});

describe("checking out", () => {
  it("is done by oneself or by the leader, and makes the workdays", async () => {
    await begun();
    for (const member of [1, 2]) await checkIn(member);
    world.clock.at = day("05:00:00.000");
    const own = await world.as(1, "POST", `${SESSION}/check-out`);
    const led = await world.as(LEADER, "POST", `${SESSION}/check-out`, { memberId: id(2) });
    const notMine = await world.as(1, "POST", `${SESSION}/check-out`, { memberId: id(2) });
    const served = await world.attendance.served({ id: Sample.activityId() });

    expect([own.status, led.status, notMine.json.code]).toEqual([200, 200, "permission.denied"]);
    expect(served.map(({ attendances, halfDays }) => [attendances, halfDays])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect((await world.audits.about(Sample.activityId(), { limit: 9 })).items).toMatchObject([
      { action: "attendance.checkOut", actorId: id(LEADER), detail: { memberId: id(2) } },
    ]);
  });

  it("needs a check-in", async () => {
    await begun();

    expect((await world.as(1, "POST", `${SESSION}/check-out`)).json.code).toBe("attendance.not_checked_in");
  });
});

describe("the roll-call", () => {
  it("puts down who is there and who is not, and tells the absent why and how to appeal", async () => {
    await begun();
    const answer = await callRoll(LEADER, present(1), absent(2, "电话不接"), { ...absent(3), excused: true });

    expect(answer.json.items).toMatchObject([
      { memberId: id(1), state: "present", method: "rollCall", by: id(LEADER) },
      { memberId: id(2), state: "absent", excused: false, why: "电话不接", by: id(LEADER) },
      { memberId: id(3), state: "absent", excused: true },
    ]);
    expect(await world.told("absence")).toEqual(["absence.recorded 2"]);
  });

  it("admits who is on the duty list and came without having answered", async () => {
    await begun();

    expect((await callRoll(LEADER, present(4))).status).toBe(200);
    expect(await rowOf(4)).toMatchObject({ state: "present" });
  });

  it.each([
    ["present who waits", present(6), "attendance.not_participant"],
    ["absent who is not expected", absent(6), "attendance.not_expected"],
  ])("puts down nobody as %s, nor anybody else in that call", async (_, line, code) => {
    await begun();

    expect((await callRoll(LEADER, present(1), line)).json.code).toBe(code);
    expect(await rowOf(1)).toBeUndefined();
  });

  it("is the leader's; two lines for one person are no call", async () => {
    await begun();

    expect((await callRoll(1, present(2))).json.code).toBe("permission.denied");
    expect((await callRoll(LEADER, present(2), absent(2))).json.code).toBe("input.invalid");
  });

  it("corrects itself, and the audit keeps what it said before", async () => {
    await begun();
    await callRoll(LEADER, absent(2));
    await callRoll(LEADER, present(2));

    expect(await rowOf(2)).toMatchObject({ state: "present", version: 2 });
    expect((await world.audits.about(Sample.activityId(), { limit: 9 })).items).toMatchObject([
      { action: "attendance.rollCall", detail: { from: "absent", to: "present" } },
    ]);
  });

  it("states the workdays of who did not check out", async () => {
    await begun();
    await checkIn(1);
    const stated = await world.as(LEADER, "PUT", `${SESSION}/attendance/${id(1)}/half-days`, { halfDays: 2 });
    const tooMany = await world.as(LEADER, "PUT", `${SESSION}/attendance/${id(1)}/half-days`, { halfDays: 3 });

    expect([stated.json.statedHalfDays, tooMany.status]).toEqual([2, 400]);
    expect(await world.attendance.served({ id: Sample.activityId() })).toMatchObject([{ halfDays: 2 }]);
  });
});

describe("after the stage", () => {
  it("whoever is on the duty list and is not known of was absent, and is told; once", async () => {
    const activity = await begun();
    await checkIn(1);
    const first = await world.attendance.closeAttendance(activity, LATE);
    const second = await world.attendance.closeAttendance(activity, LATE);

    expect([first, second]).toEqual([{ absent: 3 }, { absent: 0 }]);
    expect(await rowOf(2)).toMatchObject({ state: "absent", by: "system", excused: false, version: 1 });
    expect(await rowOf(3)).toBeUndefined();
    expect(await world.told("absence")).toEqual(["absence.recorded 2", "absence.recorded 4", "absence.recorded 5"]);
  });

  it("the states of duty add up, and nobody is unexcused before", async () => {
    const activity = await begun();
    await checkIn(1);
    const before = await world.attendance.dutyCounts(activity);
    await world.attendance.closeAttendance(activity, LATE);
    world.lifecycles.set(activity.id, enter(Sample.lifecycle("Execute"), "Archive", LATE));

    expect(before).toMatchObject({ attending: 2, undecided: 2, unexcused: 0 });
    expect(await world.attendance.dutyCounts(activity)).toEqual({
      attending: 0,
      onLeave: 0,
      released: 0,
      undecided: 0,
      present: 1,
      unexcused: 3,
    });
  });

  it("a back entry needs a reason and a second person, and takes the absence away", async () => {
    const activity = await begun();
    const wish = { memberId: id(2), halfDays: 1, reason: "手机没电，有照片" };
    const early = await world.as(LEADER, "POST", `${SESSION}/back-entries`, wish);
    await world.attendance.closeAttendance(activity, LATE);
    world.clock.at = LATE;
    const rollCall = await callRoll(LEADER, present(2));
    const bare = await world.as(LEADER, "POST", `${SESSION}/back-entries`, { ...wish, reason: " " });
    const asked = await world.as(LEADER, "POST", `${SESSION}/back-entries`, wish);
    const approve = `${SESSION}/back-entries/${id(2)}/approve`;
    const [own, other, again] = [
      await world.as(LEADER, "POST", approve),
      await world.as(ALLIANCE, "POST", approve),
      await world.as(ALLIANCE, "POST", approve),
    ];

    expect([early.json.code, rollCall.json.code, bare.json.code]).toEqual([
      "attendance.roll_call_open",
      "attendance.closed",
      "input.invalid",
    ]);
    expect(asked.json).toMatchObject({ status: "requested", requestedBy: id(LEADER) });
    expect([own.json.code, other.status, again.status]).toEqual(["attendance.second_person", 200, 200]);
    expect(await rowOf(2)).toMatchObject({ state: "present", method: "backEntry", version: 2 });
    expect(await world.attendance.served(activity)).toMatchObject([{ memberId: id(2), attendances: 1, halfDays: 1 }]);
    expect((await world.as(LEADER, "GET", `${SESSION}/back-entries`)).json.items).toMatchObject([
      { name: "成员2", status: "approved", approvedBy: id(ALLIANCE) },
    ]);
  });

  it("a back entry that nobody asked for is missing", async () => {
    await begun();
    world.clock.at = LATE;

    expect((await world.as(ALLIANCE, "POST", `${SESSION}/back-entries/${id(2)}/approve`)).json.code).toBe(
      "attendance.back_entry_missing",
    );
  });
});

describe("an absence", () => {
  it("is appealed against by the person, decided by the branch secretary, and excused when upheld", async () => {
    const activity = await begun();
    await world.attendance.closeAttendance(activity, LATE);
    world.clock.at = LATE;
    const appealed = await world.as(2, "POST", `${ABSENCE}/appeal`, { text: "我在现场，扫码失败" });
    const twice = await world.as(2, "POST", `${ABSENCE}/appeal`, { text: "我在现场" });
    const decision = `${ABSENCE}/${id(2)}/decision`;
    const said = { upheld: true, reason: "照片为证" };
    const [stranger, decided, again] = [
      await world.as(3, "POST", decision, said),
      await world.as(SECRETARY, "POST", decision, said),
      await world.as(ALLIANCE, "POST", decision, said),
    ];

    expect([appealed.status, twice.json.code]).toEqual([200, "absence.appealed"]);
    expect([stranger.json.code, decided.json.excused, again.json.code]).toEqual([
      "permission.denied",
      true,
      "absence.decided",
    ]);
    expect((await world.attendance.served(activity)).length).toBe(0);
    expect(await world.told("absence.appeal")).toEqual(["absence.appealUpheld 2", "absence.appealed branchSecretary"]);
  });

  it("is never decided by who recorded it", async () => {
    await begun();
    await callRoll(ALLIANCE, absent(2));
    await world.as(2, "POST", `${ABSENCE}/appeal`, { text: "我在现场" });
    const decision = `${ABSENCE}/${id(2)}/decision`;

    expect((await world.as(ALLIANCE, "POST", decision, { upheld: false, reason: "没看到" })).json.code).toBe(
      "absence.own_record",
    );
    expect((await world.as(SECRETARY, "POST", decision, { upheld: false, reason: "没有证明" })).json).toMatchObject({
      excused: false,
      appeal: { decided: { upheld: false, by: id(SECRETARY) } },
    });
  });

  it("that nobody recorded has no appeal", async () => {
    await begun();

    expect(await world.as(2, "POST", `${ABSENCE}/appeal`, { text: "?" })).toMatchObject({
      status: 404,
      json: { code: "absence.missing" },
    });
  });
});

describe("the list", () => {
  it("shows those who read people everybody, page by page, and others themselves", async () => {
    await begun();
    await callRoll(LEADER, present(1), absent(2), present(4));
    const path = `/activities/${Sample.activityId()}/attendance`;
    const first = await world.as(LEADER, "GET", `${path}?limit=2`);
    const second = await world.as(LEADER, "GET", `${path}?limit=2&cursor=${first.json.cursor}`);
    const own = await world.as(2, "GET", path);
    const names = [...first.json.items, ...second.json.items].map(({ name }: { name: string }) => name);

    expect(names).toEqual(["成员1", "成员2", "成员4"]);
    expect(own.json.items).toMatchObject([{ memberId: id(2), state: "absent" }]);
  });
});

it("lets an activity's sessions be missing, and a cancelled activity be closed", async () => {
  await begun();
  const none = await world.as(LEADER, "GET", `/activities/${Sample.activityId()}/sessions/${Sample.sessionId(9)}/code`);
  const cancellation = { kind: "requested" as const, at: IN_TIME, by: id(LEADER), reason: "暴雨" };
  const { code } = await screen();
  world.lifecycles.set(Sample.activityId(), cancel(Sample.lifecycle("Execute"), cancellation));

  expect(none).toMatchObject({ status: 404, json: { code: "activity.session_missing" } });
  expect((await checkIn(1, code)).json.code).toBe("lifecycle.cancelled");
});
