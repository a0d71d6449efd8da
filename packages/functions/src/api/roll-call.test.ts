import { enter } from "@yigong/core/lifecycle/move.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import {
  ABSENCE,
  ALLIANCE,
  absent,
  LATE,
  LEADER,
  present,
  type Scene,
  SECRETARY,
  SESSION,
  sceneIn,
} from "@yigong/testing/attendance-world.ts";
import { serviceWorld } from "@yigong/testing/service-world.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let store: TestTable;
let scene: Scene;
beforeEach(async () => {
  store = await testTable();
  scene = sceneIn(serviceWorld(store.table));
});
afterEach(() => store.stop());

const id = Sample.memberId;

describe("the roll-call", () => {
  it("puts down who is there and who is not, and tells the absent why and how to appeal", async () => {
    await scene.begun();
    const answer = await scene.callRoll(LEADER, present(1), absent(2, "电话不接"), { ...absent(3), excused: true });

    expect(answer.json.items).toMatchObject([
      { memberId: id(1), state: "present", method: "rollCall", by: id(LEADER) },
      { memberId: id(2), state: "absent", excused: false, why: "电话不接", by: id(LEADER) },
      { memberId: id(3), state: "absent", excused: true },
    ]);
    expect(await scene.world.told("absence")).toEqual(["absence.recorded 2"]);
  });

  it("admits who is on the duty list and came without having answered", async () => {
    await scene.begun();

    expect((await scene.callRoll(LEADER, present(4))).status).toBe(200);
    expect(await scene.rowOf(4)).toMatchObject({ state: "present" });
  });

  it.each([
    ["present who waits", present(6), "attendance.not_participant"],
    ["absent who is not expected", absent(6), "attendance.not_expected"],
  ])("puts down nobody as %s, nor anybody else in that call", async (_, line, code) => {
    await scene.begun();

    expect((await scene.callRoll(LEADER, present(1), line)).json.code).toBe(code);
    expect(await scene.rowOf(1)).toBeUndefined();
  });

  it("is the leader's; two lines for one person are no call", async () => {
    await scene.begun();

    expect((await scene.callRoll(1, present(2))).json.code).toBe("permission.denied");
    expect((await scene.callRoll(LEADER, present(2), absent(2))).json.code).toBe("input.invalid");
  });

  it("corrects itself, and the audit keeps what it said before", async () => {
    await scene.begun();
    await scene.callRoll(LEADER, absent(2));
    await scene.callRoll(LEADER, present(2));

    expect(await scene.rowOf(2)).toMatchObject({ state: "present", version: 2 });
    expect((await scene.world.audits.about(Sample.activityId(), { limit: 9 })).items).toMatchObject([
      { action: "attendance.rollCall", detail: { from: "absent", to: "present" } },
    ]);
  });

  it("states the workdays of who did not check out", async () => {
    await scene.begun();
    await scene.checkIn(1);
    const stated = await scene.world.as(LEADER, "PUT", `${SESSION}/attendance/${id(1)}/half-days`, { halfDays: 2 });
    const tooMany = await scene.world.as(LEADER, "PUT", `${SESSION}/attendance/${id(1)}/half-days`, { halfDays: 3 });

    expect([stated.json.statedHalfDays, tooMany.status]).toEqual([2, 400]);
    expect(await scene.world.attendance.served({ id: Sample.activityId() })).toMatchObject([{ halfDays: 2 }]);
  });
});

describe("after the stage", () => {
  it("whoever is on the duty list and is not known of was absent, and is told; once", async () => {
    const activity = await scene.begun();
    await scene.checkIn(1);
    const first = await scene.world.attendance.closeAttendance(activity, LATE);
    const second = await scene.world.attendance.closeAttendance(activity, LATE);

    expect([first, second]).toEqual([{ absent: 3 }, { absent: 0 }]);
    expect(await scene.rowOf(2)).toMatchObject({ state: "absent", by: "system", excused: false, version: 1 });
    expect(await scene.rowOf(3)).toBeUndefined();
    expect(await scene.world.told("absence")).toEqual([
      "absence.recorded 2",
      "absence.recorded 4",
      "absence.recorded 5",
    ]);
  });

  it("the states of duty add up, and nobody is unexcused before", async () => {
    const activity = await scene.begun();
    await scene.checkIn(1);
    const before = await scene.world.attendance.dutyCounts(activity);
    await scene.world.attendance.closeAttendance(activity, LATE);
    scene.world.lifecycles.set(activity.id, enter(Sample.lifecycle("Execute"), "Archive", LATE));

    expect(before).toMatchObject({ attending: 2, undecided: 2, unexcused: 0 });
    expect(await scene.world.attendance.dutyCounts(activity)).toEqual({
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
    const early = await scene.world.as(LEADER, "POST", `${SESSION}/back-entries`, wish);
    await scene.world.attendance.closeAttendance(activity, LATE);
    scene.world.clock.at = LATE;
    const rollCall = await scene.callRoll(LEADER, present(2));
    const bare = await scene.world.as(LEADER, "POST", `${SESSION}/back-entries`, { ...wish, reason: " " });
    const asked = await scene.world.as(LEADER, "POST", `${SESSION}/back-entries`, wish);
    const approve = `${SESSION}/back-entries/${id(2)}/approve`;
    const [own, other, again] = [
      await scene.world.as(LEADER, "POST", approve),
      await scene.world.as(ALLIANCE, "POST", approve),
      await scene.world.as(ALLIANCE, "POST", approve),
    ];

    expect([early.json.code, rollCall.json.code, bare.json.code]).toEqual([
      "attendance.roll_call_open",
      "attendance.closed",
      "input.invalid",
    ]);
    expect(asked.json).toMatchObject({ status: "requested", requestedBy: id(LEADER) });
    expect([own.json.code, other.status, again.status]).toEqual(["attendance.second_person", 200, 200]);
    expect(await scene.rowOf(2)).toMatchObject({ state: "present", method: "backEntry", version: 2 });
    expect(await scene.world.attendance.served(activity)).toMatchObject([
      { memberId: id(2), attendances: 1, halfDays: 1 },
    ]);
    expect((await scene.world.as(LEADER, "GET", `${SESSION}/back-entries`)).json.items).toMatchObject([
      { name: "成员2", status: "approved", approvedBy: id(ALLIANCE) },
    ]);
  });

  it("a back entry that nobody asked for is missing", async () => {
    await scene.begun();
    scene.world.clock.at = LATE;

    expect((await scene.world.as(ALLIANCE, "POST", `${SESSION}/back-entries/${id(2)}/approve`)).json.code).toBe(
      "attendance.back_entry_missing",
    );
  });
});

describe("an absence", () => {
  it("is appealed against by the person, decided by the branch secretary, and excused when upheld", async () => {
    const activity = await scene.begun();
    await scene.world.attendance.closeAttendance(activity, LATE);
    scene.world.clock.at = LATE;
    const appealed = await scene.world.as(2, "POST", `${ABSENCE}/appeal`, { text: "我在现场，扫码失败" });
    const twice = await scene.world.as(2, "POST", `${ABSENCE}/appeal`, { text: "我在现场" });
    const decision = `${ABSENCE}/${id(2)}/decision`;
    const said = { upheld: true, reason: "照片为证" };
    const [stranger, decided, again] = [
      await scene.world.as(3, "POST", decision, said),
      await scene.world.as(SECRETARY, "POST", decision, said),
      await scene.world.as(ALLIANCE, "POST", decision, said),
    ];

    expect([appealed.status, twice.json.code]).toEqual([200, "absence.appealed"]);
    expect([stranger.json.code, decided.json.excused, again.json.code]).toEqual([
      "permission.denied",
      true,
      "absence.decided",
    ]);
    expect((await scene.world.attendance.served(activity)).length).toBe(0);
    expect(await scene.world.told("absence.appeal")).toEqual([
      "absence.appealUpheld 2",
      "absence.appealed branchSecretary",
    ]);
  });

  it("is never decided by who recorded it", async () => {
    await scene.begun();
    await scene.callRoll(ALLIANCE, absent(2));
    await scene.world.as(2, "POST", `${ABSENCE}/appeal`, { text: "我在现场" });
    const decision = `${ABSENCE}/${id(2)}/decision`;

    expect((await scene.world.as(ALLIANCE, "POST", decision, { upheld: false, reason: "没看到" })).json.code).toBe(
      "absence.own_record",
    );
    expect(
      (await scene.world.as(SECRETARY, "POST", decision, { upheld: false, reason: "没有证明" })).json,
    ).toMatchObject({
      excused: false,
      appeal: { decided: { upheld: false, by: id(SECRETARY) } },
    });
  });

  it("that nobody recorded has no appeal", async () => {
    await scene.begun();

    expect(await scene.world.as(2, "POST", `${ABSENCE}/appeal`, { text: "?" })).toMatchObject({
      status: 404,
      json: { code: "absence.missing" },
    });
  });
});
