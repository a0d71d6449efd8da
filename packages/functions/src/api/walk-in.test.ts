import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { absent, attending, day, LATE, SESSION } from "@yigong/testing/scenario/attending.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { clock, given, useCases, when } = alliance;
const scene = attending(alliance);
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const id = Sample.memberId;
const takeIn = (member: number, over: object = {}, by: Parameters<typeof when>[0] = "organizer") =>
  when(by).post(`${SESSION}/walk-ins`, { memberId: id(member), consent: true, acceptsRisks: true, ...over });
/** Three places of which one is taken, so that two are free on the spot. */
const begun = async (headCount = 3) => {
  const activity = await given.activity({ sessions: [Sample.session(headCount)] }, "Execute");
  await given.members("organizer", "alliance", 1, 2, 3, 4, 5);
  await given.places(activity, 1);
  clock.at = day("01:10:00.000");
  return activity;
};
const placed = async () =>
  (await useCases.participations.of({ id: Sample.activityId(), sessions: [Sample.session(3)] }))
    .filter(({ state }) => state === "placed")
    .map(({ memberId }) => Number(memberId.slice(4)));

describe("somebody without a place who stands at the entrance", () => {
  it("is taken in by the leader: a free place, and down as present", async () => {
    await begun();
    const [first, again] = [await takeIn(2), await takeIn(2)];

    expect(first).toMatchObject({
      status: 200,
      body: {
        positionId: Sample.positionId(),
        attendance: { state: "present", source: "leader", by: memberIdOf("organizer") },
      },
    });
    expect(again.body).toEqual(first.body);
    expect(await placed()).toEqual([1, 2]);
    expect(
      (await useCases.participations.lines({ id: Sample.activityId(), sessions: [Sample.session(3)] })).get(
        Sample.positionId(),
      ),
    ).toMatchObject({
      active: 2,
    });
  });

  it("is told when no place is free, and two leaders at once fill none twice", async () => {
    await begun();
    const answers = await Promise.all([2, 3, 4, 5].map((one) => takeIn(one, {}, one % 2 ? "organizer" : "alliance")));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual([
      "participation.full",
      "participation.full",
    ]);
    expect(await placed()).toHaveLength(3);
  });

  it("who waited gets the place before their eyes, and the line gets no longer", async () => {
    const activity = await given.activity({ sessions: [Sample.session(1)] }, "Execute");
    await given.members("organizer", 1, 2);
    await given.places(activity, 1, 2);
    clock.at = day("01:10:00.000");
    const full = await takeIn(2);
    await useCases.participations.vacate({
      activity,
      memberId: id(1),
      leaving: { by: id(1), cause: "own", at: clock.at },
      zone: "Asia/Shanghai",
    });

    expect(full.body.code).toBe("participation.full");
    expect((await takeIn(2)).status).toBe(200);
    expect((await useCases.participations.lines(activity)).get(Sample.positionId())).toMatchObject({ active: 1 });
  });

  it.each([
    ["who is no volunteer", 90, "participation.not_volunteer"],
    ["who left the company", 91, "participation.not_volunteer"],
    ["whom nobody knows", 92, "member.missing"],
  ])("is not taken in %s", async (_, member, code) => {
    await begun();
    await given.members(
      Sample.member(90, { volunteerSince: undefined as never }),
      Sample.member(91, { leftOn: "2026-09-12" }),
    );

    expect((await takeIn(member)).body.code).toBe(code);
    expect(await placed()).toEqual([1]);
  });

  it("says yes to the risks, and is not taken in by a stranger or by themselves", async () => {
    await begun();

    expect((await takeIn(2, { acceptsRisks: false })).body.code).toBe("input.invalid");
    expect((await takeIn(2, {}, 3)).body.code).toBe("permission.denied");
    await given.member("organizer");
    expect((await takeIn(0, { memberId: memberIdOf("organizer") })).body.code).toBe("attendance.own_hours");
  });

  it("is taken in while check-in is open, and never over an absence that was called", async () => {
    await scene.begun();
    await scene.callRoll("organizer", absent(2));
    const called = await takeIn(2);
    clock.at = LATE;

    expect([called.body.code, (await takeIn(99)).body.code]).toEqual([
      "attendance.absence_stands",
      "attendance.session_over",
    ]);
  });
});
