import { cancel } from "@yigong/core/lifecycle/move.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { activityOf, needPath } from "@yigong/testing/need-world.ts";
import {
  BRANCH,
  HEAD,
  HOTLINE,
  partyMember,
  type ServiceWorld,
  SHOP,
  serviceWorld,
  shift,
  unitId,
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

describe("GET covers", () => {
  it("groups needs by status, with candidates in order and what puts each behind the one before", async () => {
    const activity = await activityOf(world, 1, 1);
    world.enrol(partyMember(2, HOTLINE), partyMember(3), partyMember(4), partyMember(5, SHOP));
    world.coversThisYear.set(id(4), 2);
    world.grant(ALLIANCE, "alliance");
    await world.covers.openCovers(activity, Sample.DEADLINE);
    const { status, json } = await world.as(ALLIANCE, "GET", `/activities/${activity.id}/covers`);

    expect(status).toBe(200);
    expect(json.counts).toEqual({ needs: 1, declined: 0, confirmed: 0 });
    expect(json.groups).toMatchObject([
      {
        status: "offered",
        needs: [
          {
            participant: { memberId: id(1), name: "成员1" },
            post: "营业员",
            coverer: { memberId: id(3) },
            headId: id(HEAD),
            candidates: [
              { memberId: id(3), post: "same", behindBy: "first" },
              { memberId: id(4), coversThisYear: 2, behindBy: "coversThisYear" },
              { memberId: id(2), post: "coverable", behindBy: "post" },
            ],
          },
        ],
      },
    ]);
  });

  it("comes page by page", async () => {
    const activity = await activityOf(world, 1, 1);
    world.shifts.push(shift(2, 1, ["12:00", "14:00"]), shift(3, 1, ["14:00", "16:00"]));
    await world.covers.openCovers(activity, Sample.DEADLINE);
    const first = await world.as(9_000, "GET", `/activities/${activity.id}/covers?limit=1`);
    const second = await world.as(
      9_000,
      "GET",
      `/activities/${activity.id}/covers?limit=1&cursor=${first.json.cursor}`,
    );
    const hours = [first, second].map(({ json }) => json.groups[0].needs[0].from);

    expect(hours).toEqual(["2026-09-12T00:00:00.000Z", "2026-09-12T04:00:00.000Z"]);
    expect(second.json.cursor).toBeUndefined();
  });

  it("shows a branch secretary the needs of the branch, and nothing to anybody else", async () => {
    const activity = await activityOf(world, 1, 1);
    await world.covers.openCovers(activity, Sample.DEADLINE);
    world.grant(701, "branchSecretary", { kind: "branch", unitId: BRANCH });
    world.grant(702, "branchSecretary", { kind: "branch", unitId: unitId(8) });
    const [own, other, nobody] = await Promise.all(
      [701, 702, 2].map((member) => world.as(member, "GET", `/activities/${activity.id}/covers`)),
    );

    expect([own?.status, own?.json.counts.needs]).toEqual([200, 1]);
    expect([other?.status, nobody?.status]).toEqual([403, 403]);
  });
});

describe("GET my covers", () => {
  it("tells who is asked what for, where, and until when to answer, and forgets what was declined", async () => {
    const activity = await activityOf(world, 1, 1);
    world.enrol(partyMember(2));
    await world.covers.openCovers(activity, Sample.DEADLINE);
    const asked = await world.as(2, "GET", "/me/covers");
    await world.as(2, "POST", await needPath(world, activity, "decline"), { reason: "家中有事" });
    const after = await world.as(2, "GET", "/me/covers");

    expect(asked.json.items).toMatchObject([
      {
        title: "社区便民服务",
        post: "营业员",
        status: "offered",
        participant: { name: "成员1" },
        from: "2026-09-12T00:00:00.000Z",
        expiresAt: "2026-09-11T02:00:00.000Z",
      },
    ]);
    expect(asked.json.items[0]).not.toHaveProperty("declinedBy");
    expect(after.json.items).toEqual([]);
  });
});

describe("answers", () => {
  it("lets one of two overlapping covers be accepted when both are accepted at once", async () => {
    const [one, other] = [await activityOf(world, 1, 1), await activityOf(world, 2, 11, { hours: ["11:00", "15:00"] })];
    world.enrol(partyMember(2));
    for (const activity of [one, other]) await world.covers.openCovers(activity, Sample.DEADLINE);
    const paths = await Promise.all([one, other].map((activity) => needPath(world, activity, "accept")));
    const answers = await Promise.all(paths.map((accept) => world.as(2, "POST", accept)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.json.code).toBe("cover.overlaps");
    expect((await world.deps.covers.calendars([id(2)])).get(id(2))?.entries).toHaveLength(1);
  });

  it("lets two covers be accepted that follow each other", async () => {
    const [one, other] = [await activityOf(world, 1, 1), await activityOf(world, 2, 11, { hours: ["12:00", "15:00"] })];
    world.enrol(partyMember(2));
    for (const activity of [one, other]) await world.covers.openCovers(activity, Sample.DEADLINE);
    const paths = await Promise.all([one, other].map((activity) => needPath(world, activity, "accept")));
    const answers = await Promise.all(paths.map((accept) => world.as(2, "POST", accept)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it("takes a double click for one answer, and tells the head once", async () => {
    const activity = await activityOf(world, 1, 1);
    world.enrol(partyMember(2));
    await world.covers.openCovers(activity, Sample.DEADLINE);
    const accept = await needPath(world, activity, "accept");
    const answers = await Promise.all([1, 2, 3].map(() => world.as(2, "POST", accept)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await world.told("cover.confirmationAsked")).toEqual(["cover.confirmationAsked 500"]);
  });

  it("never come from a participant", async () => {
    const activity = await activityOf(world, 1, 1, { others: [2] });
    world.enrol(partyMember(2), partyMember(3));
    await world.covers.openCovers(activity, Sample.DEADLINE);

    expect(await world.as(2, "POST", await needPath(world, activity, "accept"))).toMatchObject({
      status: 409,
      json: { code: "cover.participant" },
    });
    expect((await world.as(1, "POST", await needPath(world, activity, "accept"))).json.code).toBe("cover.participant");
  });

  it.each([
    [3, "accept", 403, "cover.not_offered"],
    [3, "decline", 403, "cover.not_offered"],
  ] as const)("are refused to %i who is not asked: %s", async (member, what, status, code) => {
    const activity = await activityOf(world, 1, 1);
    world.enrol(partyMember(2), partyMember(3));
    await world.covers.openCovers(activity, Sample.DEADLINE);

    expect(await world.as(member, "POST", await needPath(world, activity, what), {})).toMatchObject({
      status,
      json: { code },
    });
  });

  it("are refused once the activity is cancelled", async () => {
    const activity = await activityOf(world, 1, 1);
    world.enrol(partyMember(2));
    await world.covers.openCovers(activity, Sample.DEADLINE);
    const cancellation = { kind: "requested" as const, at: Sample.DEADLINE, by: id(1), reason };
    world.lifecycles.set(activity.id, cancel(Sample.lifecycle("Cover"), cancellation));

    expect((await world.as(2, "POST", await needPath(world, activity, "accept"))).json.code).toBe(
      "lifecycle.cancelled",
    );
  });

  it("are refused to who got a shift of their own meanwhile", async () => {
    const activity = await activityOf(world, 1, 1);
    world.enrol(partyMember(2));
    await world.covers.openCovers(activity, Sample.DEADLINE);
    world.shifts.push(shift(8, 2, ["11:00", "13:00"]));

    expect((await world.as(2, "POST", await needPath(world, activity, "accept"))).json.code).toBe("cover.on_shift");
  });

  it("to what does not exist are missing", async () => {
    const activity = await activityOf(world, 1, 1);
    const none = `/activities/${activity.id}/covers/need_${"0".repeat(26)}/accept`;

    expect(await world.as(2, "POST", none)).toMatchObject({ status: 404, json: { code: "cover.missing" } });
  });
});
