import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const reason = "孩子发烧";

/** partyA1 and partyA2 serve, partyA1 has a shift from 8 to 16, and coverA1's cover of it is confirmed the day before. */
async function confirmed(): Promise<Started> {
  const activity = await house.startActivity({ in: 4 });
  await house.putShifts([
    { who: "partyA1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") },
    { who: "partyA2", post: "营业员", from: activity.at("17:00"), to: activity.at("20:00") },
  ]);
  await house.signUp(activity, "partyA1", "partyA2");
  await house.advanceTo(activity.at("18:01", -2));
  await house.acceptCover(activity, "coverA1");
  await house.confirmCover(activity, "coverA1");
  return activity;
}

const needOf = async (activity: Started) => (await house.machine.app.useCases.covers.of(activity.id))[0]?.id ?? "";
const at = async (activity: Started, verb: string) =>
  `/activities/${activity.id}/covers/${await needOf(activity)}/${verb}`;
const dropOut = async (activity: Started, who: Who, body: object = { reason }) =>
  house.as(who).post(await at(activity, "drop-out"), body);

it("asks one after the other for twenty minutes each when a coverer drops out on the morning, long after the stage ended", async () => {
  const activity = await confirmed();
  await house.advanceTo(activity.at("06:30"));
  await dropOut(activity, "coverA1");

  expect(await house.coversOf(activity)).toEqual([
    { for: "partyA1", status: "offered", by: "coverA2", declined: ["coverA1 droppedOut"] },
  ]);
  for (const who of ["counterHead", "alliance", "secretaryA", "organizer"] as const)
    expect((await house.told(activity, who)).filter((one) => one === "cover.droppedOut")).toHaveLength(1);
  expect(await house.told(activity, "partyA1")).toContain("cover.lost");
  expect(await house.told(activity, "coverA2")).toContain("cover.askedUrgently");

  await house.advanceTo(activity.at("06:50"));
  expect(await house.coversOf(activity)).toMatchObject([
    { status: "offered", by: "partyB1", declined: ["coverA1 droppedOut", "coverA2 silence"] },
  ]);
  await house.acceptCover(activity, "partyB1");
  await house.confirmCover(activity, "partyB1");
  await dropOut(activity, "coverA1");

  expect(await house.coversOf(activity)).toMatchObject([{ status: "confirmed", by: "partyB1" }]);
  expect(await house.machine.app.useCases.covers.of(activity.id)).toHaveLength(1);
  await house.cancel(activity);
});

it("takes nobody's sleep for a no: what is given back at night can be answered in the morning", async () => {
  const activity = await confirmed();
  await house.advanceTo(activity.at("23:10", -1));
  await dropOut(activity, "coverA1");
  const [need] = await house.machine.app.useCases.covers.of(activity.id);

  expect(need).toMatchObject({ status: "offered", expiresAt: activity.at("06:20") });
  await house.cancel(activity);
});

it("goes by the common rounds while the shift is more than a day ahead", async () => {
  const activity = await confirmed();
  await dropOut(activity, "coverA1");
  const [need] = await house.machine.app.useCases.covers.of(activity.id);

  expect(need).toMatchObject({ status: "offered", expiresAt: activity.at("10:00", -1) });
  expect(await house.told(activity, "coverA2")).toEqual(["cover.offered"]);
  await house.cancel(activity);
});

it("shows numbers to who arranges covers, keeps that they were shown, and takes in who agreed by telephone, confirmed by the head at once", async () => {
  const activity = await confirmed();
  await house.advanceTo(activity.at("07:00"));
  await house.machine.app.useCases.members.change(house.idOf("partyB1"), (member) => ({
    to: { ...member, mobile: "13900001234" },
    at: activity.at("07:00"),
  }));
  await dropOut(activity, "counterHead", { reason, memberId: house.idOf("coverA1") });
  const list = await house
    .as("counterHead")
    .post<{ people: { memberId: string; mobile?: string }[] }>(await at(activity, "phone-list"));
  await expect(house.as("coverA2").post(await at(activity, "phone-list"))).rejects.toMatchObject({ status: 403 });
  const found = { memberId: house.idOf("partyB1"), reason: "电话说定" };
  await expect(
    house.as("organizer").post(await at(activity, "assign"), { ...found, confirmed: true }),
  ).rejects.toMatchObject({ status: 403 });
  await house.as("counterHead").post(await at(activity, "assign"), { ...found, confirmed: true });

  expect(list.people.map(({ memberId }) => house.whoIs(memberId))).toEqual(["coverA2", "partyB1", "coverB1"]);
  expect(list.people.find(({ memberId }) => memberId === house.idOf("partyB1"))?.mobile).toBe("13900001234");
  expect(await house.coversOf(activity)).toMatchObject([{ status: "confirmed", by: "partyB1" }]);
  expect(await house.told(activity, "coverA1")).toContain("cover.putOut");
  expect(await house.told(activity, "coverA2")).toEqual(["cover.askedUrgently", "cover.withdrawn"]);
  const { items } = await house.machine.app.useCases.audits.about(activity.id, { limit: 50 });
  expect(items.map(({ action }) => action)).toEqual(
    expect.arrayContaining(["cover.dropOut", "cover.readNumbers", "cover.assign"]),
  );
  await expect(house.as("counterHead").post(await at(activity, "phone-list"))).rejects.toMatchObject({
    code: "cover.not_ranked",
  });
  await house.cancel(activity);
});

it("is too late once the shift has begun, and is nothing that others can do", async () => {
  const activity = await confirmed();
  await expect(dropOut(activity, "coverA2")).rejects.toMatchObject({ code: "cover.not_held" });
  await expect(dropOut(activity, "secretaryB", { reason, memberId: house.idOf("coverA1") })).rejects.toMatchObject({
    status: 403,
  });
  await house.advanceTo(activity.at("08:00"));

  await expect(dropOut(activity, "coverA1")).rejects.toMatchObject({ code: "cover.shift_begun" });
  expect(await house.coversOf(activity)).toMatchObject([{ status: "confirmed", by: "coverA1" }]);
  await house.cancel(activity);
});

it("asks nobody to be at work who has not answered yet and is due at the activity", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.putShifts([{ who: "partyA1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") }]);
  await house.signUp(activity, "partyA1");
  await house.advanceTo(activity.at("18:01", -2));

  expect(await house.coversOf(activity)).toMatchObject([{ status: "offered", by: "coverA1" }]);
  await house.declineCover(activity, "coverA1");
  await house.declineCover(activity, "coverA2");
  await house.declineCover(activity, "partyB1");
  expect(await house.told(activity, "partyA2")).not.toContain("cover.offered");
  expect(house.faults).toEqual([]);
  await house.cancel(activity);
});
