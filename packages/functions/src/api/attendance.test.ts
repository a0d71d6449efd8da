import { codeAt } from "@yigong/core/attendance/code.ts";
import { cancel } from "@yigong/core/lifecycle/move.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import {
  ALLIANCE,
  absent,
  day,
  IN_TIME,
  LATE,
  LEADER,
  present,
  type Scene,
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

describe("the screen", () => {
  it("shows the leader code, QR code and how many have arrived", async () => {
    await scene.begun();
    await scene.checkIn(1);
    const shown = await scene.screen();

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
    await scene.begun();

    expect((await scene.world.as(1, "GET", `${SESSION}/code`)).json.code).toBe("permission.denied");
    expect((await scene.world.as(ALLIANCE, "GET", `${SESSION}/code`)).status).toBe(200);
  });

  it("is dark before the doors open", async () => {
    await scene.begun();
    scene.world.clock.at = day("00:00:00.000").replace("12T00", "11T23");

    expect((await scene.world.as(LEADER, "GET", `${SESSION}/code`)).json.code).toBe("attendance.too_early");
  });
});

describe("checking in", () => {
  it("takes the right code once, and says when the second time", async () => {
    await scene.begun();
    const [first, second] = [await scene.checkIn(1), await scene.checkIn(1)];

    expect(first).toMatchObject({ status: 200, json: { state: "present", method: "code", checkedInAt: IN_TIME } });
    expect(second).toMatchObject({ status: 409, json: { code: "attendance.already_checked_in" } });
    expect(second.json.detail).toContain(IN_TIME);
  });

  it("is one check-in when it is sent ten times at once", async () => {
    await scene.begun();
    const { code } = await scene.screen();
    const answers = await Promise.all(Array.from({ length: 10 }, () => scene.checkIn(1, code)));
    const codes = answers.filter(({ status }) => status !== 200).map(({ json }) => json.code);

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(codes).toEqual(Array(9).fill("attendance.already_checked_in"));
    expect((await scene.rowOf(1))?.version).toBe(1);
  });

  it.each([
    ["yesterday's", day("00:55:00.000").replace("12T", "11T")],
    ["a minute old", day("00:54:00.000")],
  ])("refuses a code that is %s, with the way on", async (_, shownAt) => {
    await scene.begun();
    const source = {
      secret: scene.world.deps.secrets.checkIns,
      activityId: Sample.activityId(),
      sessionId: Sample.sessionId(),
    };
    const answer = await scene.checkIn(1, codeAt(source, shownAt).code);

    expect(answer).toMatchObject({ status: 400, json: { code: "attendance.code_invalid" } });
    expect(answer.json.detail).toContain("every 30 seconds");
  });

  it("looks at no code after ten wrong ones, until ten minutes have passed", async () => {
    await scene.begun();
    const wrong = await scene.wrongCode();
    for (let n = 0; n < 10; n++) expect((await scene.checkIn(1, wrong)).json.code).toBe("attendance.code_invalid");

    expect((await scene.checkIn(1)).json.code).toBe("attendance.too_many_tries");
    expect((await scene.checkIn(2)).status).toBe(200);

    scene.world.clock.at = day("01:05:00.000");

    expect((await scene.checkIn(1)).status).toBe(200);
  });

  it.each([
    ["who waits", 6, "waiting list"],
    ["on the duty list who never answered", 4, "roll-call"],
    ["whom nobody knows here", 99, "Sign up"],
  ])("is not for somebody %s, and says the way on", async (_, member, way) => {
    await scene.begun();
    const answer = await scene.checkIn(member);

    expect(answer).toMatchObject({ status: 409, json: { code: "attendance.not_participant" } });
    expect(answer.json.detail).toContain(way);
  });

  it("ends with the session, and with the activity", async () => {
    await scene.begun();
    const { code } = await scene.screen();
    scene.world.clock.at = LATE;

    expect((await scene.checkIn(1, code)).json.code).toBe("attendance.session_over");
  });

  it.each(["12345", "abcdef", ""])("refuses what is no code: %j", async (code) => {
    await scene.begun();

    expect((await scene.checkIn(1, code)).json.code).toBe("input.invalid");
  });
});

describe("checking out", () => {
  it("is done by oneself or by the leader, and makes the workdays", async () => {
    await scene.begun();
    for (const member of [1, 2]) await scene.checkIn(member);
    scene.world.clock.at = day("05:00:00.000");
    const own = await scene.world.as(1, "POST", `${SESSION}/check-out`);
    const led = await scene.world.as(LEADER, "POST", `${SESSION}/check-out`, { memberId: id(2) });
    const notMine = await scene.world.as(1, "POST", `${SESSION}/check-out`, { memberId: id(2) });
    const served = await scene.world.attendance.served({ id: Sample.activityId() });

    expect([own.status, led.status, notMine.json.code]).toEqual([200, 200, "permission.denied"]);
    expect(served.map(({ attendances, halfDays }) => [attendances, halfDays])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect((await scene.world.audits.about(Sample.activityId(), { limit: 9 })).items).toMatchObject([
      { action: "attendance.checkOut", actorId: id(LEADER), detail: { memberId: id(2) } },
    ]);
  });

  it("needs a check-in", async () => {
    await scene.begun();

    expect((await scene.world.as(1, "POST", `${SESSION}/check-out`)).json.code).toBe("attendance.not_checked_in");
  });
});

describe("the list", () => {
  it("shows those who read people everybody, page by page, and others themselves", async () => {
    await scene.begun();
    await scene.callRoll(LEADER, present(1), absent(2), present(4));
    const path = `/activities/${Sample.activityId()}/attendance`;
    const first = await scene.world.as(LEADER, "GET", `${path}?limit=2`);
    const second = await scene.world.as(LEADER, "GET", `${path}?limit=2&cursor=${first.json.cursor}`);
    const own = await scene.world.as(2, "GET", path);
    const names = [...first.json.items, ...second.json.items].map(({ name }: { name: string }) => name);

    expect(names).toEqual(["成员1", "成员2", "成员4"]);
    expect(own.json.items).toMatchObject([{ memberId: id(2), state: "absent" }]);
  });
});

it("lets an activity's sessions be missing, and a cancelled activity be closed", async () => {
  await scene.begun();
  const none = await scene.world.as(
    LEADER,
    "GET",
    `/activities/${Sample.activityId()}/sessions/${Sample.sessionId(9)}/code`,
  );
  const cancellation = { kind: "requested" as const, at: IN_TIME, by: id(LEADER), reason: "暴雨" };
  const { code } = await scene.screen();
  scene.world.lifecycles.set(Sample.activityId(), cancel(Sample.lifecycle("Execute"), cancellation));

  expect(none).toMatchObject({ status: 404, json: { code: "activity.session_missing" } });
  expect((await scene.checkIn(1, code)).json.code).toBe("lifecycle.cancelled");
});
