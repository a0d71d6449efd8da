import { afterAll, beforeAll, expect, it } from "vitest";
import { type Alliance, openAlliance } from "../lib/alliance.ts";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

it("carries an alliance activity from its start to points by deadlines alone", async () => {
  const activity = await house.startActivity({ in: 5 });
  await house.signUp(activity, "partyA1", "partyA2", "freeA1");
  await house.advanceTo(activity.at("08:30"));
  await house.checkIn(activity, "partyA1", "freeA1");
  await house.advanceTo(activity.at("12:00"));
  await house.checkOut(activity, "partyA1", "freeA1");
  await house.advanceTo(activity.at("14:01"));
  await house.fileArchive(activity);
  await house.advanceTo(activity.at("20:00"));

  expect(await house.pointsOf(activity)).toEqual({ freeA1: "1.25", partyA1: "1.25" });
  expect(house.faults).toEqual([]);
});
