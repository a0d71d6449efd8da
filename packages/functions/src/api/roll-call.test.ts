import { closeAttendance } from "@yigong/application/attendance/close-attendance.ts";
import { findPresence } from "@yigong/application/attendance/find-presence.ts";
import { listServices } from "@yigong/application/attendance/list-services.ts";
import { countsOf, peopleOf } from "@yigong/application/participation/list-people.ts";
import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { enter } from "@yigong/core/lifecycle/move.ts";
import { leadOf } from "@yigong/core/message/message.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { ABSENCE, absent, attending, LATE, present, SESSION } from "@yigong/testing/scenario/attending.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { clock, given, told, useCases, when } = alliance;
const scene = attending(alliance);
const attendance = {
  served: listServices(useCases),
  closeAttendance: closeAttendance(useCases),
  dutyCounts: async (activity: Activity) =>
    countsOf(await peopleOf({ ...useCases, presenceOf: findPresence(useCases) }, activity)),
};
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const id = Sample.memberId;

describe("the roll-call", () => {
  it("puts down who is there and who is not, and tells the absent why and how to appeal", async () => {
    await scene.begun();
    const answer = await scene.callRoll("organizer", present(1), absent(2, "电话不接"), {
      ...absent(3),
      excused: true,
    });

    expect(answer.body.items).toMatchObject([
      { memberId: id(1), state: "present", method: "rollCall", by: memberIdOf("organizer") },
      { memberId: id(2), state: "absent", excused: false, why: "电话不接", by: memberIdOf("organizer") },
      { memberId: id(3), state: "absent", excused: true },
    ]);
    expect(await told("absence")).toEqual(["absence.recorded 2"]);
  });

  it("admits who is on the duty list and came without having answered", async () => {
    await scene.begun();

    expect((await scene.callRoll("organizer", present(4))).status).toBe(200);
    expect(await scene.rowOf(4)).toMatchObject({ state: "present" });
  });

  it.each([
    ["present who waits", present(6), "attendance.not_participant"],
    ["absent who is not expected", absent(6), "attendance.not_expected"],
  ])("puts down nobody as %s, nor anybody else in that call", async (_, line, code) => {
    await scene.begun();

    expect((await scene.callRoll("organizer", present(1), line)).body.code).toBe(code);
    expect(await scene.rowOf(1)).toBeUndefined();
  });

  it("is the leader's; two lines for one person are no call", async () => {
    await scene.begun();

    expect((await scene.callRoll(1, present(2))).body.code).toBe("permission.denied");
    expect((await scene.callRoll("organizer", present(2), absent(2))).body.code).toBe("input.invalid");
  });

  it("corrects itself, and the audit keeps what it said before", async () => {
    await scene.begun();
    await scene.callRoll("organizer", absent(2));
    await scene.callRoll("organizer", present(2));

    expect(await scene.rowOf(2)).toMatchObject({ state: "present", version: 2 });
    expect((await useCases.audits.about(Sample.activityId(), { limit: 9 })).items).toMatchObject([
      { action: "attendance.rollCall", detail: { from: "absent", to: "present" } },
    ]);
  });

  it("states the workdays of who did not check out", async () => {
    await scene.begun();
    await scene.checkIn(1);
    const state = (halfDays: number) => when("organizer").put(`${SESSION}/attendance/${id(1)}/half-days`, { halfDays });
    const [none, half, whole, more] = [await state(0), await state(1), await state(2), await state(3)];
    const called = await scene.callRoll("organizer", present(2), { ...present(3), halfDays: 2 });

    expect([none.body.statedHalfDays, half.body.statedHalfDays]).toEqual([0, 1]);
    expect(whole).toMatchObject({ status: 400, body: { code: "attendance.too_many_half_days" } });
    expect(whole.body.detail).toContain("最多可填1个半工日");
    expect([more.body.code, called.body.code]).toEqual(["input.invalid", "attendance.too_many_half_days"]);
    expect(await attendance.served({ id: Sample.activityId() })).toMatchObject([{ memberId: id(1), halfDays: 1 }]);
  });
});

describe("after the stage", () => {
  it("whoever is on the duty list and is not known of was absent, and is told; once", async () => {
    const activity = await scene.begun();
    await scene.checkIn(1);
    const first = await attendance.closeAttendance(activity, LATE);
    const second = await attendance.closeAttendance(activity, LATE);

    expect([first, second]).toEqual([{ absent: 3 }, { absent: 0 }]);
    expect(await scene.rowOf(2)).toMatchObject({ state: "absent", by: "system", excused: false, version: 1 });
    expect(await scene.rowOf(3)).toBeUndefined();
    expect(await told("absence")).toEqual(["absence.recorded 2", "absence.recorded 4", "absence.recorded 5"]);
  });

  it("the states of duty add up, and nobody is unexcused before", async () => {
    const activity = await scene.begun();
    await scene.checkIn(1);
    const before = await attendance.dutyCounts(activity);
    await attendance.closeAttendance(activity, LATE);
    await given.stage(activity, enter(Sample.lifecycle("Execute"), "Archive", LATE));

    expect(before).toMatchObject({ attending: 2, undecided: 2, unexcused: 0 });
    expect(await attendance.dutyCounts(activity)).toEqual({
      attending: 0,
      onLeave: 0,
      released: 0,
      undecided: 0,
      present: 1,
      unexcused: 3,
    });
  });

  it("a back entry needs a reason and a second person, and takes the absence away", async () => {
    const activity = await scene.begun();
    const wish = { memberId: id(2), halfDays: 1, reason: "手机没电，有照片" };
    const early = await when("organizer").post(`${SESSION}/back-entries`, wish);
    await attendance.closeAttendance(activity, LATE);
    clock.at = LATE;
    const rollCall = await scene.callRoll("organizer", present(2));
    const bare = await when("organizer").post(`${SESSION}/back-entries`, { ...wish, reason: " " });
    const asked = await when("organizer").post(`${SESSION}/back-entries`, wish);
    const approve = `${SESSION}/back-entries/${id(2)}/approve`;
    const [own, other, again] = [
      await when("organizer").post(approve),
      await when("alliance").post(approve),
      await when("alliance").post(approve),
    ];

    expect([early.body.code, rollCall.body.code, bare.body.code]).toEqual([
      "attendance.roll_call_open",
      "attendance.closed",
      "input.invalid",
    ]);
    expect(asked.body).toMatchObject({ status: "requested", requestedBy: memberIdOf("organizer") });
    expect([own.body.code, other.status, again.status]).toEqual(["attendance.second_person", 200, 200]);
    expect(await scene.rowOf(2)).toMatchObject({ state: "present", method: "backEntry", version: 2 });
    expect(await attendance.served(activity)).toMatchObject([{ memberId: id(2), attendances: 1, halfDays: 1 }]);
    expect((await when("organizer").get(`${SESSION}/back-entries`)).body.items).toMatchObject([
      { name: "成员2", status: "approved", approvedBy: memberIdOf("alliance") },
    ]);
  });

  it("tells who may approve a back entry: the alliance, and the organizer unless they asked", async () => {
    await scene.begun();
    clock.at = LATE;
    const wish = (member: number) => ({ memberId: id(member), halfDays: 1, reason: "手机没电" });
    await when("organizer").post(`${SESSION}/back-entries`, wish(2));
    await when("alliance").post(`${SESSION}/back-entries`, wish(3));

    const asked = (await alliance.effects()).flatMap((effect) =>
      effect.kind === "message.send" && effect.template === "attendance.backEntryAsked"
        ? [`${effect.to.kind} ${leadOf(effect)?.page}`]
        : [],
    );
    const page = (member: number) =>
      `/m/approvals/backEntry/${Sample.activityId()}.${Sample.sessionId()}.${id(member)}`;
    expect(asked.sort()).toEqual([`activity ${page(3)}`, `role ${page(2)}`, `role ${page(3)}`]);
  });

  it("a back entry that nobody asked for is missing", async () => {
    await scene.begun();
    clock.at = LATE;

    expect((await when("alliance").post(`${SESSION}/back-entries/${id(2)}/approve`)).body.code).toBe(
      "attendance.back_entry_missing",
    );
  });
});

describe("an absence", () => {
  it("is appealed against by the person, decided by the branch secretary, and excused when upheld", async () => {
    const activity = await scene.begun();
    await attendance.closeAttendance(activity, LATE);
    clock.at = LATE;
    const appealed = await when(2).post(`${ABSENCE}/appeal`, { text: "我在现场，扫码失败" });
    const twice = await when(2).post(`${ABSENCE}/appeal`, { text: "我在现场" });
    const decision = `${ABSENCE}/${id(2)}/decision`;
    const said = { upheld: true, reason: "照片为证" };
    const [stranger, decided, again] = [
      await when(3).post(decision, said),
      await when("secretaryA").post(decision, said),
      await when("alliance").post(decision, said),
    ];

    expect([appealed.status, twice.body.code]).toEqual([200, "absence.appealed"]);
    expect([stranger.body.code, decided.body.excused, again.body.code]).toEqual([
      "permission.denied",
      true,
      "absence.decided",
    ]);
    expect((await attendance.served(activity)).length).toBe(0);
    expect(await told("absence.appeal")).toEqual(["absence.appealUpheld 2", "absence.appealed branchSecretary"]);
  });

  it("is never decided by who recorded it", async () => {
    await scene.begun();
    await scene.callRoll("alliance", absent(2));
    await when(2).post(`${ABSENCE}/appeal`, { text: "我在现场" });
    const decision = `${ABSENCE}/${id(2)}/decision`;

    expect((await when("alliance").post(decision, { upheld: false, reason: "没看到" })).body.code).toBe(
      "absence.own_record",
    );
    expect((await when("secretaryA").post(decision, { upheld: false, reason: "没有证明" })).body).toMatchObject({
      excused: false,
      appeal: { decided: { upheld: false, by: memberIdOf("secretaryA") } },
    });
  });

  it("that nobody recorded has no appeal", async () => {
    await scene.begun();

    expect(await when(2).post(`${ABSENCE}/appeal`, { text: "?" })).toMatchObject({
      status: 404,
      body: { code: "absence.missing" },
    });
  });
});
