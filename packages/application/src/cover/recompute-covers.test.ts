import type * as Cover from "@yigong/core/cover/cover.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import { HEAD, partyMember, type ServiceWorld, serviceWorld, shift } from "@yigong/testing/service-world.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

let store: TestTable;
let world: ServiceWorld;
beforeEach(async () => {
  store = await testTable();
  world = serviceWorld(store.table);
});
afterEach(() => store.stop());

/** Service is on Saturday 12 September from 9 to 13; covers are arranged from Thursday 18:00 to Friday evening. */
const OPENED = Sample.DEADLINE;
const FRIDAY_10 = "2026-09-11T02:00:00.000Z";
const FRIDAY_16 = "2026-09-11T08:00:00.000Z";
const id = Sample.memberId;

/** Member 1 serves and has a shift then; the others may cover. */
async function opened(...coverers: Parameters<ServiceWorld["enrol"]>) {
  const activity = world.hold();
  world.enrol(Sample.member(1, { affiliations: partyMember(1).affiliations }), ...coverers);
  world.shifts.push(shift(1, 1, ["08:00", "12:00"]));
  await world.place(activity, 1);
  await world.covers.openCovers(activity, OPENED);
  return activity;
}

const needs = () => world.deps.covers.of(Sample.activityId());
async function only(): Promise<Cover.Info> {
  const [need, ...more] = await needs();
  if (!need || more.length > 0) throw new Error(`${more.length + 1} needs`);
  return need;
}
async function answer(member: number, what: "accept" | "decline", at = world.clock.at) {
  world.clock.at = at;
  return world.as(member, "POST", `/activities/${Sample.activityId()}/covers/${(await only()).id}/${what}`, {});
}

describe("the stage's deadline", () => {
  it("closes what nobody agreed to, and lets the agreed be confirmed until the shift begins", async () => {
    const activity = world.hold();
    world.enrol(partyMember(1), partyMember(2), partyMember(3), partyMember(4));
    world.shifts.push(shift(1, 1, ["08:00", "12:00"]), shift(2, 2, ["10:00", "14:00"]));
    await world.place(activity, 1, 2);
    await world.covers.openCovers(activity, OPENED);
    const [first, second] = await needs();
    if (first?.status !== "offered" || second?.status !== "offered") throw new Error("two offers");
    const key = `/activities/${activity.id}/covers`;
    await world.as(Number(first.memberId.slice(4)), "POST", `${key}/${first.id}/accept`);
    await world.covers.closeCovers(activity, "2026-09-11T10:00:00.000Z");
    await world.covers.coverRound(activity.id, "2026-09-11T11:00:00.000Z");

    expect((await needs()).map((need) => need.status)).toEqual(["accepted", "unfilled"]);
    expect(await world.told("cover.unfilled")).toEqual(["cover.unfilled alliance", "cover.unfilled organizer"]);

    world.clock.at = "2026-09-11T23:59:59.000Z";

    expect((await world.as(HEAD, "POST", `${key}/${first.id}/confirm`)).status).toBe(200);
  });
});

describe("when people or times change", () => {
  it("voids the cover of who gave their place up, and tells who had agreed", async () => {
    const activity = await opened(partyMember(2));
    await answer(2, "accept");
    await world.deps.participations.vacate({
      activity,
      memberId: id(1),
      leaving: { by: id(1), cause: "own", at: FRIDAY_10 },
    });
    await world.covers.recompute(activity, FRIDAY_10);

    expect(await only()).toMatchObject({
      status: "void",
      reason: "participantLeft",
      former: { memberId: id(2), status: "accepted" },
    });
    expect(await world.told("cover.withdrawn")).toEqual(["cover.withdrawn 2"]);
    expect((await world.deps.covers.calendars([id(2)])).get(id(2))?.entries).toEqual([]);
    expect(await world.covers.counts(activity.id)).toEqual({ needs: 0, declined: 0, confirmed: 0 });
  });

  it("asks for whoever was promoted, and not those who wait", async () => {
    const activity = world.hold(Sample.activity({ sessions: [Sample.session(1)] }));
    world.enrol(partyMember(1), partyMember(2), partyMember(3));
    world.shifts.push(shift(2, 2, ["08:00", "12:00"]));
    await world.place(activity, 1, 2);
    await world.covers.openCovers(activity, OPENED);

    expect(await needs()).toEqual([]);

    await world.deps.participations.vacate({
      activity,
      memberId: id(1),
      leaving: { by: id(1), cause: "own", at: FRIDAY_10 },
    });
    await world.covers.recompute(activity, FRIDAY_10);

    expect(await only()).toMatchObject({ participantId: id(2), status: "offered", memberId: id(1) });
  });

  it("never asks somebody in the waiting list", async () => {
    const activity = world.hold(Sample.activity({ sessions: [Sample.session(1)] }));
    world.enrol(partyMember(1), partyMember(2));
    world.shifts.push(shift(1, 1, ["08:00", "12:00"]));
    await world.place(activity, 1, 2);
    await world.covers.openCovers(activity, OPENED);

    expect(await only()).toMatchObject({ status: "unfilled", reason: "nobodyFit" });
  });

  it("voids covers when the new time needs none, and asks again when it is moved back", async () => {
    const activity = await opened(partyMember(2), partyMember(3));
    await answer(2, "decline");
    await world.runRounds();
    const evening = Sample.session(20, { startsAt: "2026-09-12T10:00:00.000Z", endsAt: "2026-09-12T12:00:00.000Z" });
    await world.covers.recompute({ ...activity, sessions: [evening] }, FRIDAY_10);

    expect(await only()).toMatchObject({ status: "void", reason: "noOverlap" });

    await world.covers.recompute(activity, FRIDAY_10);

    expect(await only()).toMatchObject({ status: "offered", memberId: id(3), declinedBy: [{ memberId: id(2) }] });
  });

  it("does nothing before recruiting is over", async () => {
    const activity = world.hold(Sample.activity(), "Recruit");
    world.enrol(partyMember(1), partyMember(2));
    world.shifts.push(shift(1, 1, ["08:00", "12:00"]));
    await world.place(activity, 1);

    expect(await world.covers.recompute(activity, Sample.RECRUITING)).toEqual({ needs: 0 });
    expect(await needs()).toEqual([]);
  });

  it("voids everything when the activity is cancelled, and no round begins again", async () => {
    const activity = await opened(partyMember(2), partyMember(3));
    await world.covers.voidAll(activity, "activityCancelled", FRIDAY_10);
    await world.covers.coverRound(activity.id, FRIDAY_16);

    expect(await only()).toMatchObject({ status: "void", reason: "activityCancelled" });
    expect(await world.told("cover.withdrawn")).toEqual(["cover.withdrawn 2"]);
  });
});
