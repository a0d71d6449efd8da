import { type Alliance, openAlliance, type Who } from "@yigong/testing/alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

let house: Alliance;
beforeAll(async () => {
  house = await openAlliance();
});
afterAll(() => house.close());

const found = async (who: Who, q: string) =>
  (
    await house.as(who).get<{ items: { id: string; name: string }[] }>(`/colleagues?q=${encodeURIComponent(q)}`)
  ).items.map(({ name }) => name);

it("finds a deputy for who holds a role in one unit only, and shows nobody to who has none to hand over", async () => {
  await expect(house.as("secretaryB").get("/members?q=partyB")).rejects.toMatchObject({ code: "permission.denied" });

  expect(await found("secretaryB", "PARTYB")).toEqual(["partyB1", "partyB2", "partyB3", "partyB4"]);
  expect(await found("secretaryB", "secretary")).toEqual(["secretaryA"]);
  expect(await found("lead", "0011")).toEqual(["partyA1"]);
  expect(await found("alliance", "a")).toHaveLength(5);
  expect(await found("freeA1", "party")).toEqual([]);
});

it("lets the one who was found act in the role, who shows nobody further", async () => {
  const { roles } = await house.as("secretaryB").get<{ roles: { role: string; scope: object }[] }>("/me/deputies");
  const period = { from: house.machine.now(), until: house.day(14, "00:00") };
  const [{ role, scope } = { role: "", scope: {} }] = roles;
  const named = { deputyId: house.idOf("partyB3"), role, scope, ...period };
  await house.as("secretaryB").post(`/members/${house.idOf("secretaryB")}/deputies`, named);

  expect(await found("partyB3", "party")).toEqual([]);
});
