import { expect, it } from "vitest";
import { type Actor, may } from "./policy.ts";
import type { Scope } from "./role.ts";
import { activitySubject, activitySubjectBeyondTeam } from "./subject.ts";

const BRANCH = "unit_00000000000000000000000001";
const TEAM = "unit_00000000000000000000000002";
const activity = { organizerId: "mem_1", branchId: BRANCH, teamId: TEAM };
const somebody = (scope?: Scope): Actor => ({
  memberId: "mem_2",
  grants: scope ? [{ role: "alliance", scope, from: "2010-01-01T00:00:00.000Z" }] : [],
});

it.each<[string, Actor, boolean, boolean]>([
  ["its organizer", { memberId: "mem_1", grants: [] }, true, true],
  ["a role in its branch", somebody({ kind: "branch", unitId: BRANCH } as Scope), true, true],
  ["a role in its team", somebody({ kind: "team", unitId: TEAM } as Scope), true, false],
  ["a stranger", somebody(), false, false],
])("an activity is within reach of %s: with its team %s, beyond its team %s", (_, actor, withTeam, beyondTeam) => {
  expect(may(actor, "people.read", activitySubject(activity))).toBe(withTeam);
  expect(may(actor, "people.read", activitySubjectBeyondTeam(activity))).toBe(beyondTeam);
});
