import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
let activity: Started;
beforeAll(async () => {
  house = await openAlliance();
  activity = await house.startActivity({ in: 5, headCount: 3 });
  await house.putShifts([
    { who: "partyA1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") },
    { who: "freeA1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") },
  ]);
  await house.signUp(activity, "freeA1", "freeA2", "partyA3", "partyA4", "partyA1", "partyA2");
  await house.advanceTo(activity.at("18:01", -2));
});
afterAll(() => house.close());

const answer = (who: Who, how: "accept" | "decline", about: Started = activity) =>
  house.as(who).post<{ state: string }>(`/activities/${about.id}/offers/${about.sessions[0]?.id}/${how}`);

it("gives places to the duty list first, by number; the others wait in order", async () => {
  expect(await house.placesOf(activity)).toEqual({
    partyA1: "placed",
    partyA3: "placed",
    partyA4: "placed",
    partyA2: "released",
    freeA1: "waiting",
    freeA2: "waiting",
  });
  expect(await house.told(activity, "partyA2")).toEqual(["recruit.duty", "cover.offered", "participation.released"]);
  expect(await house.told(activity, "freeA1")).toEqual(["participation.waiting"]);
});

it("asks whom it released from duty to cover", async () => {
  expect(await house.dutyCounts(activity)).toMatchObject({ attending: 3, released: 1, undecided: 0 });
  expect(await house.coversOf(activity)).toEqual([{ for: "partyA1", status: "offered", by: "partyA2" }]);
});

it("offers the place to the first who waits when leave is approved, and seeks cover for their shift once they accept", async () => {
  await house.askLeave(activity, "partyA3", { reason: "illness", evidence: "病假条" });
  await house.decideLeave(activity, "partyA3", { by: "secretaryA", approve: true });

  expect(await house.placesOf(activity)).toMatchObject({ freeA1: "offered", freeA2: "waiting", partyA3: "withdrawn" });
  expect(await house.told(activity, "freeA1")).toContain("participation.offered");
  expect(await house.coversOf(activity)).toEqual([{ for: "partyA1", status: "offered", by: "partyA2" }]);

  await answer("freeA1", "accept");

  expect(await house.placesOf(activity)).toMatchObject({ freeA1: "placed", freeA2: "waiting" });
  expect(await house.coversOf(activity)).toEqual([
    { for: "freeA1", status: "offered", by: "coverA1" },
    { for: "partyA1", status: "offered", by: "partyA2" },
  ]);
});

it("asks the next when somebody withdraws with a reason, and voids the cover", async () => {
  await house.acceptCover(activity, "coverA1");
  await expect(house.withdraw(activity, "freeA1")).rejects.toMatchObject({ code: "participation.reason_needed" });
  await house.withdraw(activity, "freeA1", "临时出差");

  await answer("freeA2", "accept");
  expect(await house.placesOf(activity)).toMatchObject({ freeA1: "withdrawn", freeA2: "placed" });
  expect(await house.coversOf(activity)).toMatchObject([
    { for: "freeA1", status: "void", reason: "participantLeft", former: "coverA1" },
    { for: "partyA1", status: "offered" },
  ]);
  expect(await house.told(activity, "coverA1")).toEqual(["cover.offered", "cover.withdrawn"]);
});

it("sends who is on the duty list to late leave instead", async () => {
  await expect(house.withdraw(activity, "partyA4", "临时出差")).rejects.toMatchObject({
    code: "participation.leave_needed",
  });
});

it("moves nobody once the activity has begun", async () => {
  await house.advanceTo(activity.at("09:00"));

  await expect(house.withdraw(activity, "freeA2", "临时出差")).rejects.toMatchObject({
    code: "participation.too_late",
  });
  await expect(house.askLeave(activity, "partyA4", { evidence: "病假条" })).rejects.toMatchObject({
    code: "leave.too_late",
  });
});

it("releases without fault who had no place", async () => {
  await house.advanceTo(activity.at("14:01"));

  expect(await house.dutyCounts(activity)).toMatchObject({ released: 1, onLeave: 1, unexcused: 2 });
  expect(await house.attendanceOf(activity)).toEqual({ partyA1: "unexcused", partyA4: "unexcused" });
  expect(house.faults).toEqual([]);
});

it("still seeks cover for who moves up when all was settled, until the shift begins", async () => {
  const late = await house.startActivity({ in: 4, headCount: 1 });
  await house.putShifts([{ who: "freeA1", post: "营业员", from: late.at("08:00"), to: late.at("16:00") }]);
  await house.signUp(late, "partyA1", "freeA1");
  await house.advanceTo(late.at("20:00", -1));
  expect(await house.stagesOf(late)).toMatchObject({ status: "executing", Cover: "notNeeded" });
  await house.askLeave(late, "partyA1", { reason: "illness", evidence: "病假条" });
  await house.decideLeave(late, "partyA1", { by: "alliance", approve: true });

  await house.as("freeA1").post(`/activities/${late.id}/offers/${late.sessions[0]?.id}/accept`);
  expect(await house.placesOf(late)).toEqual({ freeA1: "placed", partyA1: "withdrawn" });
  expect(await house.coversOf(late)).toEqual([{ for: "freeA1", status: "offered", by: "partyA1" }]);

  await house.advanceTo(late.at("08:00"));
  await expect(house.acceptCover(late, "partyA1")).rejects.toMatchObject({ code: "cover.offer_expired" });
  await house.advanceTo(late.at("10:00"));

  expect(await house.coversOf(late)).toMatchObject([{ status: "unfilled", declined: ["partyA1 silence"] }]);
  expect(await house.told(late, "organizer")).toContain("cover.unfilled");
});
