import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { ABSENCE, absent, attending, day, LATE, present, SESSION } from "@yigong/testing/scenario/attending.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { clock, given, when } = alliance;
const scene = attending(alliance);
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const id = Sample.memberId;
const DEPUTY = 98;
const PRINCIPAL = memberIdOf("alliance");
const standsIn = { ...grant("alliance"), until: day("23:00:00.000"), deputyFor: PRINCIPAL };
const decision = `${ABSENCE}/${id(2)}/decision`;
const said = { upheld: false, reason: "没看到" };
const appeal = () => when(2).post(`${ABSENCE}/appeal`, { text: "我在现场" });

describe("a deputy", () => {
  it("whom the holder names is no second pair of eyes for the holder", async () => {
    await scene.begun();
    await given.member(DEPUTY);
    const period = { from: day("00:00:00.000"), until: day("23:00:00.000") };
    const naming = { deputyId: id(DEPUTY), role: "alliance", scope: { kind: "all" }, ...period };
    const named = await when("alliance").post(`/members/${PRINCIPAL}/deputies`, naming);
    await scene.callRoll("alliance", absent(2));
    await appeal();
    const [byDeputy, byOther] = [
      await when(DEPUTY).post(decision, said),
      await when("secretaryA").post(decision, said),
    ];

    expect(named.status).toBe(200);
    expect(byDeputy).toMatchObject({ status: 403, body: { code: "absence.own_record" } });
    expect(byOther.status).toBe(200);
  });

  it("asks in the holder's name, so that the holder is no second pair of eyes either", async () => {
    await scene.begun();
    await given.members("secretaryB");
    await given.member(DEPUTY, { roles: [standsIn] });
    clock.at = LATE;
    const wish = { memberId: id(2), halfDays: 1, reason: "手机没电，有照片" };
    const asked = await when(DEPUTY).post(`${SESSION}/back-entries`, wish);
    const approve = `${SESSION}/back-entries/${id(2)}/approve`;
    const [own, holder, other] = [
      await when(DEPUTY).post(approve),
      await when("alliance").post(approve),
      await when("organizer").post(approve),
    ];

    expect(asked.status).toBe(200);
    expect([own.body.code, holder.body.code, other.status]).toEqual([
      "attendance.second_person",
      "attendance.second_person",
      200,
    ]);
  });

  it("who holds the role in their own right too decides in that", async () => {
    await scene.begun();
    await given.member(DEPUTY, { roles: [standsIn, grant("alliance")] });
    await scene.callRoll("alliance", absent(2));
    await appeal();

    expect((await when(DEPUTY).post(decision, said)).status).toBe(200);
  });

  it.each([
    ["before the holder's last day", { leftOn: "2026-09-13" }, 200, 1],
    ["once the holder has left", { leftOn: "2026-09-12" }, 403, 0],
    ["once the holder's role is over", { roles: [{ ...grant("alliance"), until: day("00:10:00.000") }] }, 403, 0],
  ])("acts %s: %s is answered with %d", async (_, holder, status, shown) => {
    await scene.begun();
    await given.member("alliance", holder);
    await given.members("admin");
    await given.member(DEPUTY, { roles: [standsIn] });

    expect((await scene.callRoll(DEPUTY, present(1))).status).toBe(status);
    expect((await when("admin").get(`/members/${id(DEPUTY)}`)).body.roles).toHaveLength(shown);
  });
});

describe("one's own", () => {
  it("hours are put down by somebody else, whatever the roll-call says", async () => {
    await scene.begun();
    await given.member(1, { roles: [grant("alliance")] });
    const own = { memberId: id(1) };
    const state = (by: 1 | "organizer") =>
      when(by).put(`${SESSION}/attendance/${own.memberId}/half-days`, { halfDays: 1 });
    const refused = [
      await scene.callRoll(1, { ...own, state: "present" }),
      await scene.callRoll(1, present(2), { ...own, state: "absent", excused: true, why: "会议" }),
    ];
    const entered = await scene.callRoll("organizer", { ...own, state: "present" });

    expect(refused).toMatchObject(Array(2).fill({ status: 403, body: { code: "attendance.own_hours" } }));
    expect(refused[0]?.body.detail).toContain("联盟");
    expect(await scene.rowOf(2)).toBeUndefined();
    expect(entered.status).toBe(200);
    expect((await state(1)).body.code).toBe("attendance.own_hours");
    expect((await state("organizer")).body.statedHalfDays).toBe(1);
  });

  it("role is given by somebody else: outright, as somebody's deputy, or by a file", async () => {
    await given.members("admin", "alliance");
    const [self, scope] = [memberIdOf("admin"), { kind: "all" }];
    const outright = await when("admin").post(`/members/${self}/roles`, { role: "committee", scope });
    const period = { from: clock.at, until: day("23:00:00.000") };
    const naming = { deputyId: self, role: "alliance", scope, ...period };
    const asDeputy = await when("admin").post(`/members/${PRINCIPAL}/deputies`, naming);
    const other = await when("admin").post(`/members/${PRINCIPAL}/roles`, { role: "committee", scope });

    expect([outright.body.code, asDeputy.body.code, other.status]).toEqual(["member.own_role", "member.own_role", 200]);
  });
});

describe("who acts for whom", () => {
  const period = { from: day("00:00:00.000"), until: day("23:00:00.000") };
  const naming = { deputyId: id(DEPUTY), role: "alliance", scope: { kind: "all" }, ...period };

  it("is shown to the holder and to the deputy while it lasts, and is ended by the holder at once", async () => {
    await given.members("alliance");
    await given.member(DEPUTY);
    clock.at = day("01:00:00.000");
    await when("alliance").post(`/members/${PRINCIPAL}/deputies`, naming);
    const [holders, deputys] = [await when("alliance").get("/me/deputies"), await when(DEPUTY).get("/me/deputies")];
    const ended = await when("alliance").delete(`/me/deputies/${id(DEPUTY)}`);
    const again = await when("alliance").delete(`/me/deputies/${id(DEPUTY)}`);

    expect(holders.body).toMatchObject({ roles: [{ role: "alliance" }], deputies: [{ memberId: id(DEPUTY) }] });
    expect(deputys.body).toMatchObject({ roles: [], actingFor: [{ memberId: PRINCIPAL, role: "alliance" }] });
    expect([ended.body.deputies, again.status]).toEqual([[], 200]);
    expect((await when(DEPUTY).get("/me/deputies")).body.actingFor).toEqual([]);
  });

  it("is nothing that a deputy hands on: what is not one's own cannot be delegated", async () => {
    await given.members("alliance");
    await given.member(DEPUTY, { roles: [standsIn] });
    await given.member(97);
    clock.at = day("01:00:00.000");
    const own = await when(DEPUTY).get("/me/deputies");
    const on = await when(DEPUTY).post(`/members/${id(DEPUTY)}/deputies`, { ...naming, deputyId: id(97) });

    expect(own.body.roles).toEqual([]);
    expect(on.body.code).toBe("member.role_not_held");
  });
});
