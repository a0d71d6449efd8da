import { type Alliance, openAlliance, type Started, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const dayOf = (instant: string, plus = 0) =>
  new Date(Date.parse(instant) + 8 * 3_600_000 + plus * 86_400_000).toISOString().slice(0, 10);
const record = async (who: Who, skillsUntil: Record<string, string>) => {
  const id = house.idOf(who);
  const { version } = await house.as("admin").get<{ version: number }>(`/members/${id}`);
  await house.as("admin").patch(`/members/${id}`, { version, skills: ["急救"], skillsUntil });
};
const asksForSkill = async (): Promise<Started> => {
  const positions = [{ name: "急救员", headCount: 3, requiredSkills: ["急救"] }];
  const session = { startsAt: house.day(4, "09:00"), endsAt: house.day(4, "12:00"), positions };
  return house.startActivity({ in: 4, sessions: [session] });
};
const told = async (who: Who) =>
  (await house.machine.app.useCases.messages.list(house.idOf(who), { limit: 100 })).items.map(
    ({ template }) => template,
  );

it("opens a position to who has the skill on the day of the session, and says since when another has it no more", async () => {
  const activity = await asksForSkill();
  await record("partyA1", { 急救: dayOf(activity.at("09:00")) });
  await record("partyA2", { 急救: dayOf(activity.at("09:00"), -1) });
  await house.signUp(activity, "partyA1");

  await expect(house.signUp(activity, "partyA2")).rejects.toMatchObject({ code: "participation.skills_expired" });
  await expect(house.signUp(activity, "freeA1")).rejects.toMatchObject({ code: "participation.skills_missing" });
  await house.cancel(activity);
});

it("looks again when places are given out: who has it no more by then is not placed, is told, and is not absent", async () => {
  const activity = await asksForSkill();
  await record("partyA1", { 急救: dayOf(activity.at("09:00"), 400) });
  await record("partyA2", {});
  await house.signUp(activity, "partyA1", "partyA2");
  await record("partyA1", { 急救: dayOf(activity.at("09:00"), -1) });
  await house.advanceTo(activity.at("18:01", -2));

  expect(await house.told(activity, "partyA1")).toContain("participation.skillLacks");
  expect(await house.told(activity, "partyA1")).not.toContain("participation.placed");
  expect(await house.told(activity, "partyA2")).toContain("participation.placed");
  await house.advanceTo(activity.at("23:30"));
  const rows = await house.machine.app.useCases.attendances.of(activity.id);
  expect(rows.map(({ memberId }) => house.whoIs(memberId))).not.toContain("partyA1");
});

it("warns 60, 30 and 7 days ahead, of the day that the roster has then", async () => {
  const now = house.machine.now();
  await record("freeA1", { 急救: dayOf(now, 70) });
  await record("freeA2", { 急救: dayOf(now, 70) });
  await record("freeA2", { 急救: dayOf(now, 400) });
  await house.advanceTo(new Date(Date.parse(now) + 71 * 86_400_000).toISOString());

  expect((await told("freeA1")).filter((one) => one === "member.skillEnds")).toHaveLength(3);
  expect(await told("freeA2")).not.toContain("member.skillEnds");
  expect(house.faults).toEqual([]);
});
