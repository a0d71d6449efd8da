import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

interface Away {
  items: { id: string; status: string }[];
}
const dayOf = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
const away = async (who: Who, activity: Started) => {
  const day = dayOf(activity.at("09:00"));
  const { items } = await house.as(who).post<Away>("/me/away", { from: day, to: day, note: "探亲" });
  return items[0]?.id ?? "";
};
const decide = (by: Who, who: Who, awayId: string, body: object = { approve: true }) =>
  house.as(by).post(`/members/${house.idOf(who)}/away/${awayId}/decision`, body);
const dutyOf = async (activity: Started, who: Who) => {
  const { items } = await house
    .as("alliance")
    .get<{ items: { memberId: string; dutyState?: string }[] }>(`/activities/${activity.id}/people?limit=200`);
  return items.find(({ memberId }) => memberId === house.idOf(who))?.dutyState;
};

it("excuses who is on the duty list once the branch secretary has approved it; nobody reminds or records them", async () => {
  const activity = await house.startActivity({ in: 4 });
  const asked = await away("partyA2", activity);
  expect(await dutyOf(activity, "partyA2")).toBe("undecided");
  const { items } = await house.as("secretaryA").get<{ items: { kind: string }[] }>("/me/todo");
  expect(items.map(({ kind }) => kind)).toContain("away");
  await expect(decide("secretaryB", "partyA2", asked)).rejects.toMatchObject({ status: 403 });
  await expect(decide("partyA2", "partyA2", asked)).rejects.toMatchObject({ status: 403 });
  await decide("secretaryA", "partyA2", asked);

  expect(await dutyOf(activity, "partyA2")).toBe("onLeave");
  await house.signUp(activity, "partyA1");
  await house.advanceTo(activity.at("18:01", -2));
  expect(await house.told(activity, "partyA2")).not.toContain("recruit.undecidedReminder");
  await house.advanceTo(activity.at("23:30"));
  const rows = await house.machine.app.useCases.attendances.of(activity.id);
  expect(rows.map(({ memberId }) => house.whoIs(memberId))).not.toContain("partyA2");
  expect(rows.map(({ memberId }) => house.whoIs(memberId))).toContain("partyA1");
  const own = await house.machine.app.useCases.messages.list(house.idOf("partyA2"), { limit: 50 });
  expect(own.items.map(({ template }) => template)).toContain("away.approved");
});

it("leaves who signed up all the same their place", async () => {
  const activity = await house.startActivity({ in: 4 });
  await decide("secretaryA", "partyA2", await away("partyA2", activity));
  await house.signUp(activity, "partyA2");

  expect(await dutyOf(activity, "partyA2")).toBe("attending");
  await house.cancel(activity);
});

it("never asks to cover who is away, approved or not, and asks again once it is taken back", async () => {
  const activity = await house.startActivity({ in: 4 });
  await house.putShifts([{ who: "partyA1", post: "营业员", from: activity.at("08:00"), to: activity.at("16:00") }]);
  const ids = [await away("coverA1", activity), await away("coverA2", activity)];
  await decide("secretaryA", "coverA2", ids[1] ?? "", { approve: false, reason: "人手不足" }).catch(() => undefined);
  await house.signUp(activity, "partyA1");
  await house.advanceTo(activity.at("18:01", -2));

  expect(await house.coversOf(activity)).toMatchObject([{ status: "offered", by: "partyB1" }]);

  await house.as("coverA1").delete(`/me/away/${ids[0]}`);
  await house.declineCover(activity, "partyB1");
  expect(await house.coversOf(activity)).toMatchObject([{ status: "offered", by: "coverA1" }]);
  await house.cancel(activity);
  expect(house.faults).toEqual([]);
});

it("shows the note to nobody but the person and who decides", async () => {
  const path = `/members/${house.idOf("partyA2")}/away`;

  expect(JSON.stringify(await house.as("secretaryA").get(path))).toContain("探亲");
  for (const who of ["secretaryB", "organizer", "auditor", "partyA1"] as const)
    await expect(house.as(who).get(path)).rejects.toMatchObject({ status: 403 });
});

it("is written down by the branch secretary for who has no phone: they are told, and the writer does not decide it", async () => {
  const activity = await house.startActivity({ in: 6 });
  const day = dayOf(activity.at("09:00"));
  const enter = (by: Who, who: Who, more: object = {}) =>
    house.as(by).post<Away & { items: { enteredBy?: string }[] }>(`/members/${house.idOf(who)}/away`, {
      ...{ from: day, to: day, how: "telephone" },
      ...more,
    });
  const { items } = await enter("secretaryA", "partyA4");
  const entered = items.find(({ status }) => status === "asked")?.id ?? "";

  const told = await house.machine.app.useCases.messages.list(house.idOf("partyA4"), { limit: 20 });
  expect(told.items.map(({ template }) => template)).toContain("away.enteredFor");
  expect(items[0]?.enteredBy).toBeDefined();
  await expect(decide("secretaryA", "partyA4", entered)).rejects.toMatchObject({ status: 403, code: "away.entered" });
  await decide("alliance", "partyA4", entered);
  expect(await dutyOf(activity, "partyA4")).toBe("onLeave");

  await expect(enter("secretaryB", "partyA4")).rejects.toMatchObject({ code: "permission.denied" });
  await expect(enter("secretaryA", "secretaryA")).rejects.toMatchObject({ code: "away.enter_own" });
  await expect(enter("secretaryA", "partyA4", { to: "2026-01-01" })).rejects.toMatchObject({
    code: "away.ends_before",
  });
  await expect(enter("secretaryA", "partyA4", { how: "letter" })).rejects.toMatchObject({ code: "input.invalid" });
  expect(house.faults).toEqual([]);
});
