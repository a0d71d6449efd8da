import type * as Cover from "@yigong/core/cover/cover.ts";
import * as Sample from "@yigong/core/participation/participation.builder.ts";
import {
  COUNTER,
  HEAD,
  HOTLINE,
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

describe("opening", () => {
  it("asks the best suited for each shift that shares time with somebody's service, until the next common round", async () => {
    await opened(partyMember(2, HOTLINE), partyMember(3));

    expect(await only()).toMatchObject({ status: "offered", memberId: id(3), offeredAt: OPENED, expiresAt: FRIDAY_10 });
    expect(await world.told()).toEqual(["cover.offered 3"]);
    expect((await world.effects()).find((one) => one.kind === "cover.round")).toMatchObject({ dueAt: FRIDAY_10 });
  });

  it("is done once, however often it is run", async () => {
    const activity = await opened(partyMember(2), partyMember(3));
    const before = [await needs(), await world.effects()];

    expect(await world.covers.openCovers(activity, OPENED)).toEqual({ needs: 1 });
    expect([await needs(), await world.effects()]).toEqual(before);
  });

  it("asks nobody in an activity of a team", async () => {
    const activity = world.hold(Sample.activity({ origin: "team" }));
    world.enrol(partyMember(1), partyMember(2));
    world.shifts.push(shift(1, 1, ["08:00", "12:00"]));
    await world.place(activity, 1);

    expect(await world.covers.openCovers(activity, OPENED)).toEqual({ needs: 0 });
  });

  it("says once that nobody covers, to the alliance and the organizer", async () => {
    const activity = await opened(partyMember(2, SHOP));
    await world.covers.openCovers(activity, OPENED);
    await world.covers.coverRound(activity.id, FRIDAY_10);

    expect(await only()).toMatchObject({ status: "unfilled", reason: "nobodyFit" });
    expect(await world.told()).toEqual(["cover.unfilled alliance", "cover.unfilled organizer"]);
    expect((await world.effects()).filter((one) => one.kind === "cover.round")).toEqual([]);
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
      await world.runRounds();
    }

    expect(asked).toEqual([id(2), id(3), id(4)]);
    expect(await only()).toMatchObject({ status: "unfilled", reason: "allDeclined" });
    expect(await world.covers.counts(Sample.activityId())).toEqual({ needs: 1, declined: 3, confirmed: 0 });
  });

  it("is followed by a yes of the next, the head's confirmation, and points", async () => {
    const activity = await opened(partyMember(2), partyMember(3));
    await answer(2, "decline");
    await world.runRounds();
    await answer(3, "accept");
    const { id: needId } = await only();
    const confirmed = await world.as(HEAD, "POST", `/activities/${activity.id}/covers/${needId}/confirm`);

    expect(confirmed.json).toMatchObject({ status: "confirmed", coverer: { memberId: id(3), name: "成员3" } });
    expect(await world.covers.counts(activity.id)).toEqual({ needs: 1, declined: 1, confirmed: 1 });
    expect(await world.covers.covered(activity.id)).toEqual([{ memberId: id(3), needId }]);
    expect(await world.told("cover.con")).toEqual(["cover.confirmationAsked 500", "cover.confirmed 3"]);
    expect(await world.told("cover.arranged")).toEqual(["cover.arranged 1"]);
  });

  it("said twice is one no", async () => {
    await opened(partyMember(2), partyMember(3));
    await answer(2, "decline");
    await world.runRounds();

    expect((await answer(2, "decline")).status).toBe(200);
    expect((await only()).declinedBy).toHaveLength(1);
  });
});

describe("a round", () => {
  it("takes silence for a no, tells who was asked, and asks the next", async () => {
    const activity = await opened(partyMember(2), partyMember(3));
    await world.covers.coverRound(activity.id, FRIDAY_10);

    expect(await only()).toMatchObject({
      status: "offered",
      memberId: id(3),
      expiresAt: FRIDAY_16,
      declinedBy: [{ memberId: id(2), how: "silence", at: FRIDAY_10 }],
    });
    expect(await world.told("cover.expired")).toEqual(["cover.expired 2"]);
  });

  it("leaves an offer alone whose time is not over", async () => {
    const activity = await opened(partyMember(2), partyMember(3));
    await world.covers.coverRound(activity.id, "2026-09-11T01:59:59.999Z");

    expect(await only()).toMatchObject({ status: "offered", memberId: id(2), version: 1 });
  });

  it("lets nobody answer after the time is over", async () => {
    await opened(partyMember(2), partyMember(3));

    expect(await answer(2, "accept", FRIDAY_10)).toMatchObject({ status: 409, json: { code: "cover.offer_expired" } });
  });

  it("keeps a need open while an awaited answer could free somebody for it", async () => {
    world.enrol(Sample.member(5));
    world.shifts.push(shift(2, 5, ["10:00", "14:00"]));
    const activity = world.hold();
    world.enrol(partyMember(1), partyMember(2));
    world.shifts.push(shift(1, 1, ["08:00", "12:00"]));
    await world.place(activity, 1, 5);
    await world.covers.openCovers(activity, OPENED);

    expect((await needs()).map((need) => need.status).sort()).toEqual(["offered", "open"]);

    await world.covers.coverRound(activity.id, FRIDAY_10);

    expect((await needs()).map((need) => need.status).sort()).toEqual(["offered", "unfilled"]);
  });

  it("prefers those who covered least this year", async () => {
    world.coversThisYear.set(id(2), 1);
    await opened(partyMember(2), partyMember(3));

    expect(await only()).toMatchObject({ memberId: id(3) });
  });
});

it("matches 300 needs in one go, each with a coverer of its own", async () => {
  const activity = world.hold(Sample.activity({ sessions: [Sample.session(400)] }));
  const people = Array.from({ length: 300 }, (_, index) => index + 1);
  world.enrol(
    ...people.map((number) => partyMember(number)),
    ...people.map((number) => partyMember(1000 + number, COUNTER)),
  );
  world.shifts.push(...people.map((number) => shift(number, number, ["08:00", "12:00"])));
  await world.place(activity, ...people);

  expect(await world.covers.openCovers(activity, OPENED)).toEqual({ needs: 300 });

  const asked = (await needs()).map((need) => (need.status === "offered" ? need.memberId : need.status));

  expect(new Set(asked).size).toBe(300);
});
