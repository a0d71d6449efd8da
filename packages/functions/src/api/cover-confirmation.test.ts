import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { grant, partyMember } from "@yigong/testing/sample/members.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { shift } from "@yigong/testing/sample/shifts.ts";
import { COUNTER, MAINTENANCE } from "@yigong/testing/sample/units.ts";
import { covering, coverVerbs } from "@yigong/testing/scenario/covering.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { clock, given, told, useCases, when } = alliance;
const cover = covering(alliance);
const { openCovers } = coverVerbs(useCases);
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const id = Sample.memberId;
const reason = "与本人说好";

describe("the confirmation", () => {
  it("is the head's or the alliance's, and neither's who covers", async () => {
    const activity = await cover.activity(1, 1);
    await given.members(partyMember(2, COUNTER, { roles: [grant("alliance")] }), 3);
    await openCovers(activity, Sample.DEADLINE);
    const confirm = await cover.path(activity, "confirm");
    const early = await when("counterHead").post(confirm);
    await when(2).post(await cover.path(activity, "accept"));
    const [stranger, own, head, again] = [
      await when(3).post(confirm),
      await when(2).post(confirm),
      await when("counterHead").post(confirm),
      await when("alliance").post(confirm),
    ];

    expect(early.body.code).toBe("cover.not_accepted");
    expect([stranger.body.code, own.body.code]).toEqual(["permission.denied", "cover.own_cover"]);
    expect([head.status, again.status]).toEqual([200, 200]);
    expect(await cover.need(activity.id)).toMatchObject({
      status: "confirmed",
      confirmedBy: memberIdOf("counterHead"),
    });
  });

  it("comes too late once the shift has begun", async () => {
    const activity = await cover.activity(1, 1);
    await given.members(partyMember(2));
    await openCovers(activity, Sample.DEADLINE);
    await when(2).post(await cover.path(activity, "accept"));
    clock.at = "2026-09-12T00:00:00.000Z";

    expect((await when("counterHead").post(await cover.path(activity, "confirm"))).body.code).toBe("cover.shift_begun");
  });

  it("may be refused with a reason; the next is asked", async () => {
    const activity = await cover.activity(1, 1);
    await given.members(partyMember(2), partyMember(3));
    await openCovers(activity, Sample.DEADLINE);
    await when(2).post(await cover.path(activity, "accept"));
    const turned = await when("counterHead").post(await cover.path(activity, "turn-down"), { reason: "尚未培训" });
    await cover.runRounds();

    expect(turned.body.declinedBy).toMatchObject([{ memberId: id(2), how: "notConfirmed", reason: "尚未培训" }]);
    expect(await cover.need(activity.id)).toMatchObject({ status: "offered", memberId: id(3) });
    expect(await told("cover.notConfirmed")).toEqual(["cover.notConfirmed 2"]);
    expect(await coverVerbs(useCases).counts(activity.id)).toMatchObject({ declined: 0 });
  });
});

describe("assigning by hand", () => {
  it("needs a reason, is kept with who did it, and is confirmed like any other", async () => {
    const activity = await cover.activity(1, 1);
    await given.members(partyMember(2, MAINTENANCE));
    await openCovers(activity, Sample.DEADLINE);
    const assign = await cover.path(activity, "assign");
    const without = await when("alliance").post(assign, { memberId: id(2) });
    const done = await when("alliance").post(assign, { memberId: id(2), reason });

    expect(without.status).toBe(400);
    expect(done.body).toMatchObject({ status: "accepted", assigned: { by: memberIdOf("alliance"), reason } });
    expect((await when("counterHead").post(await cover.path(activity, "confirm"))).status).toBe(200);
    expect((await useCases.audits.about(activity.id, { limit: 10 })).items.map(({ action }) => action).sort()).toEqual([
      "cover.assign",
      "cover.confirm",
    ]);
  });

  it.each([
    ["who is no party member", 21, "cover.not_party_member"],
    ["who serves too", 22, "cover.participant"],
    ["who works then", 23, "cover.on_shift"],
    ["whom nobody knows", 99, "member.missing"],
  ])("takes nobody %s", async (_, member, code) => {
    const activity = await cover.activity(1, 1, { others: [22] });
    await given.members(Sample.member(21), partyMember(22), partyMember(23));
    await given.shifts(shift(7, 23, ["11:00", "13:00"]));
    await openCovers(activity, Sample.DEADLINE);
    const answer = await when("alliance").post(await cover.path(activity, "assign"), {
      memberId: id(member),
      reason,
    });

    expect(answer.body.code).toBe(code);
  });

  it("is the alliance's, the branch secretary's, the activity's organizer's and the post's head's", async () => {
    const activity = await cover.activity(1, 1);
    await given.members(partyMember(2));
    await openCovers(activity, Sample.DEADLINE);
    const said = { memberId: id(2), reason };
    const assign = await cover.path(activity, "assign");

    expect((await when("secretaryB").post(assign, said)).status).toBe(403);
    for (const who of ["organizer", "secretaryA", "counterHead"] as const)
      expect((await when(who).post(assign, said)).status).toBe(200);
  });

  it("leaves somebody be who agreed already", async () => {
    const activity = await cover.activity(1, 1);
    await given.members(partyMember(2), partyMember(3));
    await openCovers(activity, Sample.DEADLINE);
    await when(2).post(await cover.path(activity, "accept"));

    expect(
      (await when("alliance").post(await cover.path(activity, "assign"), { memberId: id(3), reason })).body.code,
    ).toBe("cover.taken");
  });
});
