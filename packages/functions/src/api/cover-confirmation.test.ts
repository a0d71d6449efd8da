import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { activityOf, needOf, needPath } from "@yigong/testing/need-world.ts";
import {
  BRANCH,
  HEAD,
  partyMember,
  type ServiceWorld,
  SHOP,
  serviceWorld,
  shift,
} from "@yigong/testing/service-world.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let store: TestTable;
let world: ServiceWorld;
beforeEach(async () => {
  store = await testTable();
  world = serviceWorld(store.table);
});
afterEach(() => store.stop());

const ALLIANCE = 700;
const id = Sample.memberId;
const reason = "与本人说好";

describe("the confirmation", () => {
  it("is the head's or the alliance's, and neither's who covers", async () => {
    const activity = await activityOf(world, 1, 1);
    world.enrol(partyMember(2));
    world.grant(ALLIANCE, "alliance");
    world.grant(2, "alliance");
    await world.covers.openCovers(activity, Sample.DEADLINE);
    const confirm = await needPath(world, activity, "confirm");
    const early = await world.as(HEAD, "POST", confirm);
    await world.as(2, "POST", await needPath(world, activity, "accept"));
    const [stranger, own, head, again] = [
      await world.as(3, "POST", confirm),
      await world.as(2, "POST", confirm),
      await world.as(HEAD, "POST", confirm),
      await world.as(ALLIANCE, "POST", confirm),
    ];

    expect(early.json.code).toBe("cover.not_accepted");
    expect([stranger.json.code, own.json.code]).toEqual(["permission.denied", "cover.own_cover"]);
    expect([head.status, again.status]).toEqual([200, 200]);
    expect(await needOf(world, activity.id)).toMatchObject({ status: "confirmed", confirmedBy: id(HEAD) });
  });

  it("comes too late once the shift has begun", async () => {
    const activity = await activityOf(world, 1, 1);
    world.enrol(partyMember(2));
    await world.covers.openCovers(activity, Sample.DEADLINE);
    await world.as(2, "POST", await needPath(world, activity, "accept"));
    world.clock.at = "2026-09-12T00:00:00.000Z";

    expect((await world.as(HEAD, "POST", await needPath(world, activity, "confirm"))).json.code).toBe(
      "cover.shift_begun",
    );
  });

  it("may be refused with a reason; the next is asked", async () => {
    const activity = await activityOf(world, 1, 1);
    world.enrol(partyMember(2), partyMember(3));
    await world.covers.openCovers(activity, Sample.DEADLINE);
    await world.as(2, "POST", await needPath(world, activity, "accept"));
    const turned = await world.as(HEAD, "POST", await needPath(world, activity, "turn-down"), { reason: "尚未培训" });
    await world.runRounds();

    expect(turned.json.declinedBy).toMatchObject([{ memberId: id(2), how: "notConfirmed", reason: "尚未培训" }]);
    expect(await needOf(world, activity.id)).toMatchObject({ status: "offered", memberId: id(3) });
    expect(await world.told("cover.notConfirmed")).toEqual(["cover.notConfirmed 2"]);
    expect(await world.covers.counts(activity.id)).toMatchObject({ declined: 0 });
  });
});

describe("assigning by hand", () => {
  it("needs a reason, is kept with who did it, and is confirmed like any other", async () => {
    const activity = await activityOf(world, 1, 1);
    world.enrol(partyMember(2, SHOP));
    world.grant(ALLIANCE, "alliance");
    await world.covers.openCovers(activity, Sample.DEADLINE);
    const assign = await needPath(world, activity, "assign");
    const without = await world.as(ALLIANCE, "POST", assign, { memberId: id(2) });
    const done = await world.as(ALLIANCE, "POST", assign, { memberId: id(2), reason });

    expect(without.status).toBe(400);
    expect(done.json).toMatchObject({ status: "accepted", assigned: { by: id(ALLIANCE), reason } });
    expect((await world.as(HEAD, "POST", await needPath(world, activity, "confirm"))).status).toBe(200);
    expect((await world.audits.about(activity.id, { limit: 10 })).items.map(({ action }) => action).sort()).toEqual([
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
    const activity = await activityOf(world, 1, 1, { others: [22] });
    world.enrol(Sample.member(21), partyMember(22), partyMember(23));
    world.shifts.push(shift(7, 23, ["11:00", "13:00"]));
    await world.covers.openCovers(activity, Sample.DEADLINE);
    world.grant(ALLIANCE, "alliance");
    const answer = await world.as(ALLIANCE, "POST", await needPath(world, activity, "assign"), {
      memberId: id(member),
      reason,
    });

    expect(answer.json.code).toBe(code);
  });

  it("is the alliance's and the branch secretary's", async () => {
    const activity = await activityOf(world, 1, 1);
    world.enrol(partyMember(2));
    await world.covers.openCovers(activity, Sample.DEADLINE);
    world.grant(701, "branchSecretary", { kind: "branch", unitId: BRANCH });
    const said = { memberId: id(2), reason };
    const assign = await needPath(world, activity, "assign");

    expect((await world.as(9_000, "POST", assign, said)).status).toBe(403);
    expect((await world.as(701, "POST", assign, said)).status).toBe(200);
  });

  it("leaves somebody be who agreed already", async () => {
    const activity = await activityOf(world, 1, 1);
    world.enrol(partyMember(2), partyMember(3));
    world.grant(ALLIANCE, "alliance");
    await world.covers.openCovers(activity, Sample.DEADLINE);
    await world.as(2, "POST", await needPath(world, activity, "accept"));

    expect(
      (await world.as(ALLIANCE, "POST", await needPath(world, activity, "assign"), { memberId: id(3), reason })).json
        .code,
    ).toBe("cover.taken");
  });
});
