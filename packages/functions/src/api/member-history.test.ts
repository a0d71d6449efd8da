import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { BRANCH_A, BRANCHES, POSTS, TEAM, TEAMS } from "@yigong/testing/sample/units.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeAll, expect, it } from "vitest";

const alliance = await testAlliance();
const { given, when } = alliance;
const FROM = "2026-01-01T00:00:00.000Z";
const ORGANIZER = { role: "organizer", scope: { kind: "all" }, from: FROM } as const;

beforeAll(async () => {
  await given.members("admin", "alliance", "secretaryA", "lead", 1, 2, 3);
  await given.member(1, { roles: [ORGANIZER] });
  await given.member(2, { roles: [{ ...ORGANIZER, deputyFor: memberIdOf(1) }] });
  await given.units([...POSTS, ...BRANCHES, ...TEAMS]);
});
afterAll(() => alliance.close());

it("tells a member's units and status by date, and every role with whom a deputy stands in for", async () => {
  const holder = (await when("admin").get(`/members/${memberIdOf(1)}/history`)).body;
  const deputy = (await when("admin").get(`/members/${memberIdOf(2)}/history`)).body;

  expect(holder.affiliations).toEqual([{ from: "2010-01-01" }]);
  expect(holder.deputies).toMatchObject([{ memberId: memberIdOf(2), role: "organizer" }]);
  expect(deputy.roles).toMatchObject([{ deputyFor: memberIdOf(1), principal: { name: expect.any(String) } }]);
});

it("tells nobody who may not read the member", async () => {
  const statusOf = async (id: string) => (await when(3).get(`/members/${id}/history`)).status;

  expect([await statusOf(memberIdOf(3)), await statusOf(memberIdOf(1))]).toEqual([200, 403]);
});

it("counts the people of a unit, and names who leads it", async () => {
  const { body } = await when("admin").get("/units/people");
  const of = (unitId: string) => body.items.find((one: { unitId: string }) => one.unitId === unitId);

  expect(of(BRANCH_A)).toMatchObject({ people: expect.any(Number), heads: [{ memberId: memberIdOf("secretaryA") }] });
  expect(of(TEAM)).toMatchObject({ heads: [{ memberId: memberIdOf("lead") }] });
});
