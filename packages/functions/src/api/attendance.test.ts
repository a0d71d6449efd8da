import { listServices } from "@yigong/application/attendance/list-services.ts";
import { codeAt } from "@yigong/core/attendance/code.ts";
import { cancel } from "@yigong/core/lifecycle/move.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { absent, attending, day, IN_TIME, LATE, present, SESSION } from "@yigong/testing/scenario/attending.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { clock, given, useCases, when } = alliance;
const scene = attending(alliance);
const served = listServices(useCases);
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

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
    const { code, linkCode } = codeAt(
      { secret: useCases.secrets.checkIns, activityId: Sample.activityId(), sessionId: Sample.sessionId() },
      IN_TIME,
    );
    expect(shown.code).toBe(code);
    expect(shown.url).toBe(`https://yigong.example/c/${Sample.activityId()}/${Sample.sessionId()}/${linkCode}`);
    expect(shown.svg).toMatch(/^<svg /);
  });

  it("is the leader's, and not to be kept", async () => {
    await scene.begun();

    expect((await when(1).get(`${SESSION}/code`)).body.code).toBe("permission.denied");
    expect((await when("alliance").get(`${SESSION}/code`)).status).toBe(200);
  });

  it("is dark before the doors open", async () => {
    await scene.begun();
    clock.at = day("00:00:00.000").replace("12T00", "11T23");

    expect((await when("organizer").get(`${SESSION}/code`)).body.code).toBe("attendance.too_early");
  });
});

describe("checking in", () => {
  it("takes the right code once, and says when the second time", async () => {
    await scene.begun();
    const [first, second] = [await scene.checkIn(1), await scene.checkIn(1)];

    expect(first).toMatchObject({ status: 200, body: { state: "present", method: "code", checkedInAt: IN_TIME } });
    expect(second).toMatchObject({ status: 409, body: { code: "attendance.already_checked_in" } });
    expect(second.body.detail).toContain("2026年9月12日 周六");
  });

  it("is one check-in when it is sent ten times at once", async () => {
    await scene.begun();
    const { code } = await scene.screen();
    const answers = await Promise.all(Array.from({ length: 10 }, () => scene.checkIn(1, code)));
    const codes = answers.filter(({ status }) => status !== 200).map(({ body }) => body.code);

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
      secret: useCases.secrets.checkIns,
      activityId: Sample.activityId(),
      sessionId: Sample.sessionId(),
    };
    const answer = await scene.checkIn(1, codeAt(source, shownAt).code);

    expect(answer).toMatchObject({ status: 400, body: { code: "attendance.code_invalid" } });
    expect(answer.body.detail).toContain("每30秒");
  });

  it("looks at no code after ten wrong ones, until ten minutes have passed", async () => {
    await scene.begun();
    const wrong = await scene.wrongCode();
    for (let n = 0; n < 10; n++) expect((await scene.checkIn(1, wrong)).body.code).toBe("attendance.code_invalid");

    expect((await scene.checkIn(1)).body.code).toBe("attendance.too_many_tries");
    expect((await scene.checkIn(2)).status).toBe(200);

    clock.at = day("01:05:00.000");

    expect((await scene.checkIn(1)).status).toBe(200);
  });

  it.each([
    ["who waits", 6, "候补"],
    ["on the duty list who never answered", 4, "点名"],
    ["whom nobody knows here", 99, "报名"],
  ])("is not for somebody %s, and says the way on", async (_, member, way) => {
    await scene.begun();
    const answer = await scene.checkIn(member);

    expect(answer).toMatchObject({ status: 409, body: { code: "attendance.not_participant" } });
    expect(answer.body.detail).toContain(way);
  });

  it("ends with the session, and with the activity", async () => {
    await scene.begun();
    const { code } = await scene.screen();
    clock.at = LATE;

    expect((await scene.checkIn(1, code)).body.code).toBe("attendance.session_over");
  });

  it.each(["12345", "abcdef", ""])("refuses what is no code: %j", async (code) => {
    await scene.begun();

    expect((await scene.checkIn(1, code)).body.code).toBe("input.invalid");
  });
});

describe("checking out", () => {
  it("is done by oneself or by the leader, and makes the workdays", async () => {
    await scene.begun();
    for (const member of [1, 2]) await scene.checkIn(member);
    clock.at = day("05:00:00.000");
    const own = await when(1).post(`${SESSION}/check-out`);
    const led = await when("organizer").post(`${SESSION}/check-out`, { memberId: id(2) });
    const notMine = await when(1).post(`${SESSION}/check-out`, { memberId: id(2) });
    const services = await served({ id: Sample.activityId() });

    expect([own.status, led.status, notMine.body.code]).toEqual([200, 200, "permission.denied"]);
    expect(services.map(({ attendances, halfDays }) => [attendances, halfDays])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect((await useCases.audits.about(Sample.activityId(), { limit: 9 })).items).toMatchObject([
      { action: "attendance.checkOut", actorId: memberIdOf("organizer"), detail: { memberId: id(2) } },
    ]);
  });

  it("needs a check-in", async () => {
    await scene.begun();

    expect((await when(1).post(`${SESSION}/check-out`)).body.code).toBe("attendance.not_checked_in");
  });
});

describe("the list", () => {
  it("shows those who read people everybody, page by page, and others themselves", async () => {
    await scene.begun();
    await scene.callRoll("organizer", present(1), absent(2), present(4));
    const path = `/activities/${Sample.activityId()}/attendance`;
    const first = await when("organizer").get(`${path}?limit=2`);
    const second = await when("organizer").get(`${path}?limit=2&cursor=${first.body.cursor}`);
    const own = await when(2).get(path);
    const names = [...first.body.items, ...second.body.items].map(({ name }: { name: string }) => name);

    expect(names).toEqual(["成员1", "成员2", "成员4"]);
    expect(own.body.items).toMatchObject([{ memberId: id(2), state: "absent" }]);
  });
});

it("lets an activity's sessions be missing, and a cancelled activity be closed", async () => {
  await scene.begun();
  const none = await when("organizer").get(`/activities/${Sample.activityId()}/sessions/${Sample.sessionId(9)}/code`);
  const cancellation = { kind: "requested" as const, at: IN_TIME, by: memberIdOf("organizer"), reason: "暴雨" };
  const { code } = await scene.screen();
  await given.stage({ id: Sample.activityId() }, cancel(Sample.lifecycle("Execute"), cancellation));

  expect(none).toMatchObject({ status: 404, body: { code: "activity.session_missing" } });
  expect((await scene.checkIn(1, code)).body.code).toBe("lifecycle.cancelled");
});
