import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

type Post = "营业员" | "维护";

/** An activity in which partyA1 and partyA2 serve, while partyA1 and whoever is `atWork` are on shift; covers are open. */
async function opened({ atWork = [], onLeave = [] }: { atWork?: Who[]; onLeave?: Who[] } = {}): Promise<Started> {
  const activity = await house.startActivity({ in: 4 });
  const shift = (who: Who, post: Post = "营业员") => ({
    who,
    post,
    from: activity.at("08:00"),
    to: activity.at("16:00"),
  });
  await house.putShifts(["partyA1" as const, ...atWork].map((who) => shift(who)));
  const serving = (["partyA1", "partyA2"] as const).filter((who) => !onLeave.includes(who));
  await house.signUp(activity, ...serving);
  for (const who of onLeave) {
    await house.askLeave(activity, who);
    await house.decideLeave(activity, who, { by: "secretaryA", approve: true });
  }
  await house.advanceTo(activity.at("18:01", -2));
  return activity;
}

it("asks the next best at once after a no, and the head of the post confirms who agrees", async () => {
  const activity = await opened();
  await house.declineCover(activity, "coverA1");
  await house.declineCover(activity, "coverA2");

  expect(await house.coversOf(activity)).toEqual([
    { for: "partyA1", status: "offered", by: "partyB1", declined: ["coverA1 declined", "coverA2 declined"] },
  ]);

  await house.acceptCover(activity, "partyB1");

  expect(await house.told(activity, "counterHead")).toEqual(["cover.confirmationAsked"]);
  for (const who of ["hotlineHead", "secretaryA", "partyB1"] as const)
    await expect(house.confirmCover(activity, "partyB1", who)).rejects.toMatchObject({ status: 403 });

  await house.confirmCover(activity, "partyB1");

  expect(await house.coversOf(activity)).toMatchObject([{ status: "confirmed", by: "partyB1" }]);
  expect(await house.told(activity, "partyB1")).toEqual(["cover.confirmed", "cover.offered"]);
  expect(await house.told(activity, "partyA1")).toContain("cover.arranged");
  await expect(house.acceptCover(activity, "coverA1")).rejects.toThrow("no cover that is offered");
  await house.cancel(activity);
});

it("takes silence for a no at ten and at four, until the stage is over", async () => {
  const activity = await opened();
  await house.advanceTo(activity.at("09:59", -1));
  expect(await house.coversOf(activity)).toMatchObject([{ status: "offered", by: "coverA1" }]);

  await house.advanceTo(activity.at("10:00", -1));
  expect(await house.coversOf(activity)).toMatchObject([{ by: "coverA2", declined: ["coverA1 silence"] }]);
  expect(await house.told(activity, "coverA1")).toEqual(["cover.offered", "cover.expired"]);

  await house.advanceTo(activity.at("16:00", -1));
  expect(await house.coversOf(activity)).toMatchObject([
    { by: "partyB1", declined: ["coverA1 silence", "coverA2 silence"] },
  ]);

  await house.advanceTo(activity.at("21:00", -1));
  await house.advanceTo(activity.at("21:01", -1));
  expect(await house.coversOf(activity)).toMatchObject([
    { status: "unfilled", reason: "deadline", declined: ["coverA1 silence", "coverA2 silence", "partyB1 silence"] },
  ]);
  expect(await house.told(activity, "alliance")).toEqual(["cover.unfilled"]);
  expect(await house.told(activity, "organizer")).toContain("cover.unfilled");
  expect(await house.pathOf(activity)).toEqual(["Begin", "Recruit", "Cover", "Execute"]);
  await house.cancel(activity);
});

it("is unfilled at once, and told, when everybody who could is at work themselves", async () => {
  const activity = await opened({ atWork: ["coverA1", "coverA2", "coverB1", "partyB1"] });

  expect(await house.coversOf(activity)).toEqual([{ for: "partyA1", status: "unfilled", reason: "allBusy" }]);
  expect(await house.told(activity, "alliance")).toEqual(["cover.unfilled"]);
  expect(await house.told(activity, "organizer")).toContain("cover.unfilled");
  expect(await house.stagesOf(activity)).toEqual({ status: "covering", Recruit: "deadline" });
  await house.cancel(activity);
});

it("asks who is on leave from the activity", async () => {
  const activity = await opened({ onLeave: ["partyA2"] });

  expect(await house.coversOf(activity)).toEqual([{ for: "partyA1", status: "offered", by: "partyA2" }]);
  await house.cancel(activity);
});

it("does not ask who is on leave because of a shift of their own", async () => {
  const activity = await opened({ onLeave: ["partyA2"], atWork: ["partyA2"] });

  expect(await house.coversOf(activity)).toEqual([{ for: "partyA1", status: "offered", by: "coverA1" }]);
  await house.cancel(activity);
});

it("lets nobody cover who takes part, asked or by hand", async () => {
  const activity = await opened();
  const [need] = await house.machine.app.useCases.covers.of(activity.id);
  const assign = (who: Who, by: Who = "secretaryA") =>
    house
      .as(by)
      .post(`/activities/${activity.id}/covers/${need?.id}/assign`, { memberId: house.idOf(who), reason: "熟悉岗位" });

  await expect(assign("partyA2")).rejects.toMatchObject({ code: "cover.participant" });
  await expect(assign("freeA2")).rejects.toMatchObject({ code: "cover.not_party_member" });
  await expect(assign("coverOffice", "secretaryB")).rejects.toMatchObject({ status: 403 });
  await house.declineCover(activity, "coverA1");
  await assign("coverOffice");
  await house.confirmCover(activity, "coverOffice", "alliance");

  expect(await house.coversOf(activity)).toMatchObject([{ status: "confirmed", by: "coverOffice" }]);
  expect(await house.told(activity, "coverOffice")).toEqual(["cover.assigned", "cover.confirmed"]);
  expect(await house.told(activity, "coverA2")).toEqual(["cover.offered", "cover.withdrawn"]);
  await house.cancel(activity);
});

it("asks somebody else when the head of the post does not confirm", async () => {
  const activity = await opened();
  await house.acceptCover(activity, "coverA1");
  const [need] = await house.machine.app.useCases.covers.of(activity.id);
  await house
    .as("counterHead")
    .post(`/activities/${activity.id}/covers/${need?.id}/turn-down`, { reason: "新系统尚未培训" });

  expect(await house.coversOf(activity)).toEqual([
    { for: "partyA1", status: "offered", by: "coverA2", declined: ["coverA1 notConfirmed"] },
  ]);
  expect(await house.told(activity, "coverA1")).toEqual(["cover.offered", "cover.notConfirmed"]);
  expect(house.faults).toEqual([]);
});
