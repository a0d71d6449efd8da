import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { partyMember } from "@yigong/testing/sample/members.ts";
import { shift } from "@yigong/testing/sample/shifts.ts";
import { COUNTER, HOTLINE, MAINTENANCE } from "@yigong/testing/sample/units.ts";
import { covering, coverVerbs } from "@yigong/testing/scenario/covering.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { clock, effects, given, told, useCases, when } = alliance;
const { need: only, needs, opened, runRounds } = covering(alliance);
beforeEach(() => alliance.clear());
afterAll(() => alliance.close());

/** Service is on Saturday 12 September from 9 to 13; covers are arranged from Thursday 18:00 to Friday evening. */
const OPENED = Sample.DEADLINE;
const FRIDAY_10 = "2026-09-11T02:00:00.000Z";
const FRIDAY_16 = "2026-09-11T08:00:00.000Z";
const id = Sample.memberId;

async function answer(member: number, what: "accept" | "decline", at = clock.at) {
  clock.at = at;
  return when(member).post(`/activities/${Sample.activityId()}/covers/${(await only()).id}/${what}`, {});
}

describe("opening", () => {
  it("asks the best suited for each shift that shares time with somebody's service, until the next common round", async () => {
    await opened(partyMember(2, HOTLINE), partyMember(3));

    expect(await only()).toMatchObject({ status: "offered", memberId: id(3), offeredAt: OPENED, expiresAt: FRIDAY_10 });
    expect(await told()).toEqual(["cover.offered 3"]);
    expect((await effects()).find((one) => one.kind === "cover.round")).toMatchObject({ dueAt: FRIDAY_10 });
  });

  it("is done once, however often it is run", async () => {
    const activity = await opened(partyMember(2), partyMember(3));
    const before = [await needs(), await effects()];

    expect(await coverVerbs(useCases).openCovers(activity, OPENED)).toEqual({ needs: 1 });
    expect([await needs(), await effects()]).toEqual(before);
  });

  it("asks nobody in an activity of a team", async () => {
    const activity = await given.activity({ origin: "team" }, "Cover");
    await given.members(partyMember(1), partyMember(2));
    await given.shifts(shift(1, 1, ["08:00", "12:00"]));
    await given.places(activity, 1);

    expect(await coverVerbs(useCases).openCovers(activity, OPENED)).toEqual({ needs: 0 });
  });

  it("says once that nobody covers, to the alliance and the organizer", async () => {
    const activity = await opened(partyMember(2, MAINTENANCE));
    await coverVerbs(useCases).openCovers(activity, OPENED);
    await coverVerbs(useCases).coverRound(activity.id, FRIDAY_10);

    expect(await only()).toMatchObject({ status: "unfilled", reason: "nobodyFit" });
    expect(await told()).toEqual(["cover.unfilled alliance", "cover.unfilled organizer"]);
    expect((await effects()).filter((one) => one.kind === "cover.round")).toEqual([]);
  });
});

describe("a no", () => {
  it("goes to the next best at once, and so on, until nobody is left", async () => {
    await opened(partyMember(2), partyMember(3), partyMember(4, HOTLINE));
    const asked: (string | undefined)[] = [];
    for (let round = 0; round < 3; round++) {
      const need = await only();
      asked.push(need.status === "offered" ? need.memberId : undefined);
      await answer(need.status === "offered" ? Number(need.memberId.slice(4)) : 0, "decline");
      await runRounds();
    }

    expect(asked).toEqual([id(2), id(3), id(4)]);
    expect(await only()).toMatchObject({ status: "unfilled", reason: "allDeclined" });
    expect(await coverVerbs(useCases).counts(Sample.activityId())).toEqual({
      needs: 1,
      open: 1,
      declined: 3,
      confirmed: 0,
    });
  });

  it("is followed by a yes of the next, the head's confirmation, and points", async () => {
    const activity = await opened(partyMember(2), partyMember(3));
    await answer(2, "decline");
    await runRounds();
    await answer(3, "accept");
    const { id: needId } = await only();
    const confirmed = await when("counterHead").post(`/activities/${activity.id}/covers/${needId}/confirm`);

    expect(confirmed.body).toMatchObject({ status: "confirmed", coverer: { memberId: id(3), name: "成员3" } });
    expect(await coverVerbs(useCases).counts(activity.id)).toEqual({ needs: 1, open: 0, declined: 1, confirmed: 1 });
    expect(await coverVerbs(useCases).covered(activity.id)).toEqual([{ memberId: id(3), needId }]);
    expect(await told("cover.con")).toEqual(["cover.confirmationAsked counterHead", "cover.confirmed 3"]);
    expect(await told("cover.arranged")).toEqual(["cover.arranged 1"]);
  });

  it("said twice is one no", async () => {
    await opened(partyMember(2), partyMember(3));
    await answer(2, "decline");
    await runRounds();

    expect((await answer(2, "decline")).status).toBe(200);
    expect((await only()).declinedBy).toHaveLength(1);
  });
});

describe("a round", () => {
  it("takes silence for a no, tells who was asked, and asks the next", async () => {
    const activity = await opened(partyMember(2), partyMember(3));
    await coverVerbs(useCases).coverRound(activity.id, FRIDAY_10);

    expect(await only()).toMatchObject({
      status: "offered",
      memberId: id(3),
      expiresAt: FRIDAY_16,
      declinedBy: [{ memberId: id(2), how: "silence", at: FRIDAY_10 }],
    });
    expect(await told("cover.expired")).toEqual(["cover.expired 2"]);
  });

  it("leaves an offer alone whose time is not over", async () => {
    const activity = await opened(partyMember(2), partyMember(3));
    await coverVerbs(useCases).coverRound(activity.id, "2026-09-11T01:59:59.999Z");

    expect(await only()).toMatchObject({ status: "offered", memberId: id(2), version: 1 });
  });

  it("lets nobody answer after the time is over", async () => {
    await opened(partyMember(2), partyMember(3));

    expect(await answer(2, "accept", FRIDAY_10)).toMatchObject({ status: 409, body: { code: "cover.offer_expired" } });
  });

  it("keeps a need open while an awaited answer could free somebody for it", async () => {
    await given.members(Sample.member(5));
    await given.shifts(shift(2, 5, ["10:00", "14:00"]));
    const activity = await given.activity({}, "Cover");
    await given.members(partyMember(1), partyMember(2));
    await given.shifts(shift(1, 1, ["08:00", "12:00"]));
    await given.places(activity, 1, 5);
    await coverVerbs(useCases).openCovers(activity, OPENED);

    expect((await needs()).map((need) => need.status).sort()).toEqual(["offered", "open"]);

    await coverVerbs(useCases).coverRound(activity.id, FRIDAY_10);

    expect((await needs()).map((need) => need.status).sort()).toEqual(["offered", "unfilled"]);
  });

  it("prefers those who covered least this year", async () => {
    await given.covers(2, 1);
    await opened(partyMember(2), partyMember(3));

    expect(await only()).toMatchObject({ memberId: id(3) });
  });
});

it("matches 300 needs in one go, each with a coverer of its own", async () => {
  const activity = await given.activity({ sessions: [Sample.session(400)] }, "Cover");
  const people = Array.from({ length: 300 }, (_, index) => index + 1);
  await given.members(
    ...people.map((number) => partyMember(number)),
    ...people.map((number) => partyMember(1000 + number, COUNTER)),
  );
  await given.shifts(...people.map((number) => shift(number, number, ["08:00", "12:00"])));
  await given.places(activity, ...people);

  expect(await coverVerbs(useCases).openCovers(activity, OPENED)).toEqual({ needs: 300 });

  const asked = (await needs()).map((need) => (need.status === "offered" ? need.memberId : need.status));

  expect(new Set(asked).size).toBe(300);
});
