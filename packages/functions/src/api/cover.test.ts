import { cancel } from "@yigong/core/lifecycle/move.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { partyMember } from "@yigong/testing/sample/members.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { shift } from "@yigong/testing/sample/shifts.ts";
import { BRANCH_A, HOTLINE, MAINTENANCE } from "@yigong/testing/sample/units.ts";
import { covering, coverVerbs } from "@yigong/testing/scenario/covering.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { given, told, useCases, when } = alliance;
const cover = covering(alliance);
const { openCovers } = coverVerbs(useCases);
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

const id = Sample.memberId;
const reason = "与本人说好";

describe("GET covers", () => {
  it("groups needs by status, with candidates in order and what puts each behind the one before", async () => {
    const activity = await cover.activity(1, 1);
    await given.members(partyMember(2, HOTLINE), partyMember(3), partyMember(4), partyMember(5, MAINTENANCE));
    await given.covers(4, 2);
    await openCovers(activity, Sample.DEADLINE);
    const { status, body } = await when("alliance").get(`/activities/${activity.id}/covers`);

    expect(status).toBe(200);
    expect(body.counts).toEqual({ needs: 1, open: 1, declined: 0, confirmed: 0 });
    expect(body.groups).toMatchObject([
      {
        status: "offered",
        needs: [
          {
            participant: { memberId: id(1), name: "成员1" },
            post: "营业员",
            coverer: { memberId: id(3) },
            headId: memberIdOf("counterHead"),
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
    const activity = await cover.activity(1, 1);
    await given.shifts(shift(2, 1, ["12:00", "14:00"]), shift(3, 1, ["14:00", "16:00"]));
    await openCovers(activity, Sample.DEADLINE);
    const first = await when("organizer").get(`/activities/${activity.id}/covers?limit=1`);
    const second = await when("organizer").get(`/activities/${activity.id}/covers?limit=1&cursor=${first.body.cursor}`);
    const hours = [first, second].map(({ body }) => body.groups[0].needs[0].from);

    expect(hours).toEqual(["2026-09-12T00:00:00.000Z", "2026-09-12T04:00:00.000Z"]);
    expect(second.body.cursor).toBeUndefined();
  });

  it("shows a branch secretary the needs of the branch, and nothing to anybody else", async () => {
    const activity = await cover.activity(1, 1);
    await given.member(2);
    await openCovers(activity, Sample.DEADLINE);
    const [own, other, nobody] = await Promise.all(
      (["secretaryA", "secretaryB", 2] as const).map((member) => when(member).get(`/activities/${activity.id}/covers`)),
    );

    expect([own?.status, own?.body.counts.needs]).toEqual([200, 1]);
    expect([other?.status, nobody?.status]).toEqual([403, 403]);
  });
});

describe("GET covers over all activities", () => {
  it("has needs by shift with the activity's title, of whom the reader may see, by status and branch", async () => {
    const activity = await cover.activity(1, 1);
    await given.member(2);
    await openCovers(activity, Sample.DEADLINE);
    const covers = async (who: Parameters<typeof when>[0], query = "") => {
      const { body } = await when(who).get(`/covers?${query}`);
      return [body.total, body.items.map(({ title }: { title: string }) => title)];
    };
    const { body } = await when("alliance").get("/covers");

    expect(body.items[0]).toMatchObject({ participant: { name: "成员1", employeeNumber: expect.any(String) } });
    expect(await covers("organizer")).toEqual([1, [activity.title]]);
    expect(await covers("secretaryA", `branchId=${BRANCH_A}`)).toEqual([1, [activity.title]]);
    expect([await covers("secretaryB"), await covers(2), await covers("alliance", "status=confirmed")]).toEqual([
      [0, []],
      [0, []],
      [0, []],
    ]);
  });
});

describe("GET my covers", () => {
  it("tells who is asked what for, where, and until when to answer, and forgets what was declined", async () => {
    const activity = await cover.activity(1, 1);
    await given.members(partyMember(2));
    await openCovers(activity, Sample.DEADLINE);
    const asked = await when(2).get("/me/covers");
    await when(2).post(await cover.path(activity, "decline"), { reason: "家中有事" });
    const after = await when(2).get("/me/covers");

    expect(asked.body.items).toMatchObject([
      {
        title: "社区便民服务",
        post: "营业员",
        status: "offered",
        participant: { name: "成员1" },
        from: "2026-09-12T00:00:00.000Z",
        expiresAt: "2026-09-11T02:00:00.000Z",
      },
    ]);
    expect(asked.body.items[0]).not.toHaveProperty("declinedBy");
    expect(after.body.items).toEqual([]);
  });
});

describe("answers", () => {
  it("lets one of two overlapping covers be accepted when both are accepted at once", async () => {
    const [one, other] = [await cover.activity(1, 1), await cover.activity(2, 11, { hours: ["11:00", "15:00"] })];
    await given.members(partyMember(2));
    for (const activity of [one, other]) await openCovers(activity, Sample.DEADLINE);
    const paths = await Promise.all([one, other].map((activity) => cover.path(activity, "accept")));
    const answers = await Promise.all(paths.map((accept) => when(2).post(accept)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("cover.overlaps");
    expect((await useCases.covers.calendars([id(2)])).get(id(2))?.entries).toHaveLength(1);
  });

  it("lets two covers be accepted that follow each other", async () => {
    const [one, other] = [await cover.activity(1, 1), await cover.activity(2, 11, { hours: ["12:00", "15:00"] })];
    await given.members(partyMember(2));
    for (const activity of [one, other]) await openCovers(activity, Sample.DEADLINE);
    const paths = await Promise.all([one, other].map((activity) => cover.path(activity, "accept")));
    const answers = await Promise.all(paths.map((accept) => when(2).post(accept)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  it("takes a double click for one answer, and tells the head once", async () => {
    const activity = await cover.activity(1, 1);
    await given.members(partyMember(2));
    await openCovers(activity, Sample.DEADLINE);
    const accept = await cover.path(activity, "accept");
    const answers = await Promise.all([1, 2, 3].map(() => when(2).post(accept)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await told("cover.confirmationAsked")).toEqual(["cover.confirmationAsked counterHead"]);
  });

  it("never come from a participant", async () => {
    const activity = await cover.activity(1, 1, { others: [2] });
    await given.members(partyMember(2), partyMember(3));
    await openCovers(activity, Sample.DEADLINE);

    expect(await when(2).post(await cover.path(activity, "accept"))).toMatchObject({
      status: 409,
      body: { code: "cover.participant" },
    });
    expect((await when(1).post(await cover.path(activity, "accept"))).body.code).toBe("cover.participant");
  });

  it.each([
    [3, "accept", 403, "cover.not_offered"],
    [3, "decline", 403, "cover.not_offered"],
  ] as const)("are refused to %i who is not asked: %s", async (member, what, status, code) => {
    const activity = await cover.activity(1, 1);
    await given.members(partyMember(2), partyMember(3));
    await openCovers(activity, Sample.DEADLINE);

    expect(await when(member).post(await cover.path(activity, what), {})).toMatchObject({
      status,
      body: { code },
    });
  });

  it("are refused once the activity is cancelled", async () => {
    const activity = await cover.activity(1, 1);
    await given.members(partyMember(2));
    await openCovers(activity, Sample.DEADLINE);
    const cancellation = { kind: "requested" as const, at: Sample.DEADLINE, by: id(1), reason };
    await given.stage(activity, cancel(Sample.lifecycle("Cover"), cancellation));

    expect((await when(2).post(await cover.path(activity, "accept"))).body.code).toBe("lifecycle.cancelled");
  });

  it("are refused to who got a shift of their own meanwhile", async () => {
    const activity = await cover.activity(1, 1);
    await given.members(partyMember(2));
    await openCovers(activity, Sample.DEADLINE);
    await given.shifts(shift(8, 2, ["11:00", "13:00"]));

    expect((await when(2).post(await cover.path(activity, "accept"))).body.code).toBe("cover.on_shift");
  });

  it("to what does not exist are missing", async () => {
    const activity = await cover.activity(1, 1);
    await given.member(2);
    const none = `/activities/${activity.id}/covers/need_${"0".repeat(26)}/accept`;

    expect(await when(2).post(none)).toMatchObject({ status: 404, body: { code: "cover.missing" } });
  });
});
