import { UnitInfo } from "@yigong/core/organization/organization.ts";
import { grant } from "@yigong/testing/sample/members.ts";
import { memberIdOf } from "@yigong/testing/sample/person.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, beforeEach, expect, it } from "vitest";
import { followGroups, type GroupMapping } from "./follow-groups.ts";

const AT = "2026-09-01T01:00:00.000Z";
const alliance = await testAlliance({ startAt: AT });
const { given, useCases } = alliance;
const unit = (n: number) => `unit_${String(n).padStart(26, "0")}`;
const MAPPING: GroupMapping = {
  admins: { role: "administrator" },
  audit: { role: "auditor" },
  "party-1": { role: "branchSecretary", branch: "第一支部" },
  leads: { role: "teamLead", team: "爱心奉献" },
  care: { team: "爱心奉献" },
  nowhere: { role: "branchSecretary", branch: "不存在的支部" },
};

afterAll(() => alliance.close());
beforeEach(async () => {
  await alliance.clear();
  await given.units([
    UnitInfo.parse({ kind: "branch", id: unit(1), name: "第一支部" }),
    UnitInfo.parse({ kind: "team", id: unit(2), name: "爱心奉献" }),
    UnitInfo.parse({ kind: "team", id: unit(3), name: "主题服务" }),
  ]);
  await given.member(9, { roles: [grant("administrator")] });
});

const follow = async (groups: readonly string[] | undefined, person = 1) => {
  const member = await useCases.members.get(memberIdOf(person));
  await followGroups(useCases, member, { groups, mapping: MAPPING, at: AT });
  const after = await useCases.members.get(memberIdOf(person));
  const open = after.roles.filter(({ until }) => until === undefined || until > AT);
  return {
    roles: open.map(({ role, scope }) => (scope.kind === "all" ? role : `${role} ${scope.unitId.at(-1)}`)).sort(),
    teams: after.teamIds.map((id) => id.at(-1)),
    version: after.version,
  };
};

it("gives the roles and teams that a person's groups stand for, in their branch and team", async () => {
  await given.member(1, { teamIds: [], roles: [] });

  expect(await follow(["audit", "party-1", "leads", "care", "nowhere", "unmapped"])).toMatchObject({
    roles: ["auditor", "branchSecretary 1", "teamLead 2"],
    teams: ["2"],
  });
});

it("takes what the mapping names and the person has no group for, and nothing else", async () => {
  const teamIds = [unit(2), unit(3)] as never;
  await given.member(1, { teamIds, roles: [grant("auditor"), grant("organizer")] });

  expect(await follow([])).toMatchObject({ roles: ["organizer"], teams: ["3"] });
});

it("changes nothing when the provider said nothing about groups, nor a second time", async () => {
  await given.member(1, { roles: [grant("auditor")], teamIds: [] });
  const silent = await follow(undefined);
  await follow(["audit", "care"]);
  const again = await follow(["audit", "care"]);

  expect([silent.roles, silent.version]).toEqual([["auditor"], 0]);
  expect(again.version).toBe(1);
});

it("leaves the last administrator in place", async () => {
  expect((await follow([], 9)).roles).toEqual(["administrator"]);
});

it("leaves what somebody holds as a deputy alone", async () => {
  await given.member(1, { teamIds: [], roles: [{ ...grant("auditor"), deputyFor: memberIdOf(9) }] });

  expect((await follow([])).roles).toEqual(["auditor"]);
});
