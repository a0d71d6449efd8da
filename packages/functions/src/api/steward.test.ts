import { leadOf } from "@yigong/core/message/message.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { absent, attending, LATE, SESSION } from "@yigong/testing/scenario/attending.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { clock, given, useCases, when } = alliance;
const scene = attending(alliance);
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const id = Sample.memberId;
const STEWARD = 99;
const STEWARDS = `/activities/${Sample.activityId()}/stewards`;
const admit = (member: number, by: Parameters<typeof when>[0] = STEWARD) =>
  when(by).post(`${SESSION}/check-ins/${id(member)}`);
const begun = async () => {
  await scene.begun();
  await when("organizer").put(`${STEWARDS}/${id(STEWARD)}`);
};

describe("a steward", () => {
  it("is named for one activity by its organizer, listed, and taken off again; the audit tells", async () => {
    await scene.begun();
    const [stranger, named, again] = [
      await when(1).put(`${STEWARDS}/${id(STEWARD)}`),
      await when("organizer").put(`${STEWARDS}/${id(STEWARD)}`),
      await when("organizer").put(`${STEWARDS}/${id(STEWARD)}`),
    ];

    expect([stranger.body.code, named.status, again.status]).toEqual(["permission.denied", 200, 200]);
    expect((await when("alliance").get(STEWARDS)).body.items).toMatchObject([
      { memberId: id(STEWARD), name: "成员99", namedBy: memberIdOf("organizer") },
    ]);
    expect((await when("organizer").delete(`${STEWARDS}/${id(STEWARD)}`)).status).toBe(204);
    expect((await admit(1)).body.code).toBe("permission.denied");
    expect((await useCases.audits.about(Sample.activityId(), { limit: 9 })).items.map(({ action }) => action)).toEqual([
      "attendance.removeSteward",
      "attendance.nameSteward",
    ]);
  });

  it("is told once what they are asked to do and where; who names themselves is told nothing", async () => {
    await begun();
    await when("organizer").put(`${STEWARDS}/${id(STEWARD)}`);
    await when("organizer").put(`${STEWARDS}/${memberIdOf("organizer")}`);

    const told = (await alliance.effects()).flatMap((effect) =>
      effect.kind === "message.send" && effect.template === "steward.named"
        ? [{ to: effect.to, page: leadOf(effect)?.page }]
        : [],
    );
    expect(told).toEqual([
      { to: { kind: "members", memberIds: [id(STEWARD)] }, page: `/m/activities/${Sample.activityId()}/roll-call` },
    ]);
  });

  it("is somebody on the roster today", async () => {
    await scene.begun();
    await given.member(98, { leftOn: "2026-09-12" });

    expect((await when("organizer").put(`${STEWARDS}/${id(98)}`)).body.code).toBe("member.missing");
    expect((await when("organizer").put(`${STEWARDS}/${id(77)}`)).body.code).toBe("member.missing");
  });

  it("checks in people with a place, from their list, while check-in is open", async () => {
    await begun();

    expect((await admit(1)).body).toMatchObject({ state: "present", source: "steward", by: id(STEWARD) });
    expect((await admit(1)).body.code).toBe("attendance.already_checked_in");
    expect((await admit(6)).body.code).toBe("attendance.not_participant");
    expect((await admit(4)).body.code).toBe("attendance.not_participant");
    expect((await when(STEWARD).get(`${SESSION}/roll`)).body).toMatchObject({ mayCall: false });
    clock.at = LATE;
    expect((await admit(2)).body.code).toBe("attendance.session_over");
  });

  it("checks in nobody who was called absent, and not themselves", async () => {
    await begun();
    await scene.callRoll("organizer", absent(2));
    await when("organizer").put(`${STEWARDS}/${id(1)}`);

    expect((await admit(2)).body.code).toBe("attendance.absence_stands");
    expect((await admit(1, 1)).body.code).toBe("attendance.own_hours");
  });

  it("of one activity is none of another", async () => {
    await begun();
    const other = `/activities/${Sample.activityId(2)}/sessions/${Sample.sessionId()}`;
    await given.activityAt(
      Sample.activity({ id: Sample.activityId(2), sessions: [Sample.session(3)] }),
      Sample.lifecycle("Execute", Sample.activityId(2)),
    );

    expect((await when(STEWARD).get(`${other}/roll`)).body.code).toBe("permission.denied");
    expect((await when(STEWARD).post(`${other}/check-ins/${id(1)}`)).body.code).toBe("permission.denied");
  });
});
