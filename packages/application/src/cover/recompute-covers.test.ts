import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { partyMember } from "@yigong/testing/sample/members.ts";
import { shift } from "@yigong/testing/sample/shifts.ts";
import { POSTS } from "@yigong/testing/sample/units.ts";
import { covering, coverVerbs } from "@yigong/testing/scenario/covering.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const alliance = await testAlliance({ startAt: Sample.DEADLINE });
const { clock, given, told, useCases, when } = alliance;
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

describe("the stage's deadline", () => {
  it("closes what nobody agreed to, and lets the agreed be confirmed until the shift begins", async () => {
    const activity = await given.activity({}, "Cover");
    await given.units(POSTS);
    await given.members(partyMember(1), partyMember(2), partyMember(3), partyMember(4), "counterHead");
    await given.shifts(shift(1, 1, ["08:00", "12:00"]), shift(2, 2, ["10:00", "14:00"]));
    await given.places(activity, 1, 2);
    await coverVerbs(useCases).openCovers(activity, OPENED);
    const [first, second] = await needs();
    if (first?.status !== "offered" || second?.status !== "offered") throw new Error("two offers");
    const key = `/activities/${activity.id}/covers`;
    await when(Number(first.memberId.slice(4))).post(`${key}/${first.id}/accept`);
    await coverVerbs(useCases).closeCovers(activity, "2026-09-11T10:00:00.000Z");
    await coverVerbs(useCases).coverRound(activity.id, "2026-09-11T11:00:00.000Z");

    expect((await needs()).map((need) => need.status)).toEqual(["accepted", "unfilled"]);
    expect(await told("cover.unfilled")).toEqual(["cover.unfilled alliance", "cover.unfilled organizer"]);

    clock.at = "2026-09-11T23:59:59.000Z";

    expect((await when("counterHead").post(`${key}/${first.id}/confirm`)).status).toBe(200);
  });
});

describe("when people or times change", () => {
  it("voids the cover of who gave their place up, and tells who had agreed", async () => {
    const activity = await opened(partyMember(2));
    await answer(2, "accept");
    await useCases.participations.vacate({
      activity,
      memberId: id(1),
      leaving: { by: id(1), cause: "own", at: FRIDAY_10 },
      zone: "Asia/Shanghai",
    });
    await coverVerbs(useCases).recompute(activity, FRIDAY_10);

    expect(await only()).toMatchObject({
      status: "void",
      reason: "participantLeft",
      former: { memberId: id(2), status: "accepted" },
    });
    expect(await told("cover.withdrawn")).toEqual(["cover.withdrawn 2"]);
    expect((await useCases.covers.calendars([id(2)])).get(id(2))?.entries).toEqual([]);
    expect(await coverVerbs(useCases).counts(activity.id)).toEqual({ needs: 0, open: 0, declined: 0, confirmed: 0 });
  });

  it("asks for whoever takes a place that came free, not for whom it is offered to", async () => {
    const activity = await given.activity({ sessions: [Sample.session(1)] }, "Cover");
    await given.members(partyMember(1), partyMember(2), partyMember(3));
    await given.shifts(shift(2, 2, ["08:00", "12:00"]));
    await given.places(activity, 1, 2);
    await coverVerbs(useCases).openCovers(activity, OPENED);

    expect(await needs()).toEqual([]);

    await useCases.participations.vacate({
      activity,
      memberId: id(1),
      leaving: { by: id(1), cause: "own", at: FRIDAY_10 },
      zone: "Asia/Shanghai",
    });
    await coverVerbs(useCases).recompute(activity, FRIDAY_10);

    expect(await needs()).toEqual([]);

    await useCases.participations.takeOffered({
      activity,
      memberId: id(2),
      sessionId: Sample.sessionId(),
      at: FRIDAY_10,
      caused: () => ({}),
    });
    await coverVerbs(useCases).recompute(activity, FRIDAY_10);

    expect(await only()).toMatchObject({ participantId: id(2), status: "offered", memberId: id(1) });
  });

  it("never asks somebody in the waiting list", async () => {
    const activity = await given.activity({ sessions: [Sample.session(1)] }, "Cover");
    await given.members(partyMember(1), partyMember(2));
    await given.shifts(shift(1, 1, ["08:00", "12:00"]));
    await given.places(activity, 1, 2);
    await coverVerbs(useCases).openCovers(activity, OPENED);

    expect(await only()).toMatchObject({ status: "unfilled", reason: "nobodyFit" });
  });

  it("voids covers when the new time needs none, and asks again when it is moved back", async () => {
    const activity = await opened(partyMember(2), partyMember(3));
    await answer(2, "decline");
    await runRounds();
    const evening = Sample.session(20, { startsAt: "2026-09-12T10:00:00.000Z", endsAt: "2026-09-12T12:00:00.000Z" });
    await coverVerbs(useCases).recompute({ ...activity, sessions: [evening] }, FRIDAY_10);

    expect(await only()).toMatchObject({ status: "void", reason: "noOverlap" });

    await coverVerbs(useCases).recompute(activity, FRIDAY_10);

    expect(await only()).toMatchObject({ status: "offered", memberId: id(3), declinedBy: [{ memberId: id(2) }] });
  });

  it("does nothing before recruiting is over", async () => {
    const activity = await given.activity({}, "Recruit");
    await given.members(partyMember(1), partyMember(2));
    await given.shifts(shift(1, 1, ["08:00", "12:00"]));
    await given.places(activity, 1);

    expect(await coverVerbs(useCases).recompute(activity, Sample.RECRUITING)).toEqual({ needs: 0 });
    expect(await needs()).toEqual([]);
  });

  it("voids everything when the activity is cancelled, and no round begins again", async () => {
    const activity = await opened(partyMember(2), partyMember(3));
    await coverVerbs(useCases).voidAll(activity, "activityCancelled", FRIDAY_10);
    await coverVerbs(useCases).coverRound(activity.id, FRIDAY_16);

    expect(await only()).toMatchObject({ status: "void", reason: "activityCancelled" });
    expect(await told("cover.withdrawn")).toEqual(["cover.withdrawn 2"]);
  });
});
