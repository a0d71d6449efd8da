import { describe, expect, it } from "vitest";
import { Info as Member } from "../member/member.ts";
import { isOfYear, personOf } from "./roster.ts";

const member = (more: object = {}): Member =>
  Member.parse({
    id: `mem_${"0".repeat(26)}`,
    employeeNumber: "1",
    name: "王芳",
    pseudonym: "0".repeat(26),
    politicalStatuses: [{ from: "2020-01-01", status: "masses" }],
    affiliations: [{ from: "2020-01-01" }],
    volunteerSince: "2020-01-01",
    trainer: false,
    teamIds: [],
    skills: [],
    roles: [],
    version: 0,
    ...more,
  });
const head = { entries: 0, head: "0".repeat(64) };
const statuses = (...all: (readonly [string, string])[]) => ({
  politicalStatuses: all.map(([from, status]) => ({ from, status })),
});

describe("who belongs to a year's roster", () => {
  it.each([
    ["joined on its last day", { affiliations: [{ from: "2026-12-31" }] }, true],
    ["joined the day after", { affiliations: [{ from: "2027-01-01" }] }, false],
    ["left on its second day", { leftOn: "2026-01-02" }, true],
    ["was gone on its first day", { leftOn: "2026-01-01" }, false],
    ["left after it", { leftOn: "2027-01-15" }, true],
  ])("%s: %s", (_, more, belongs) => {
    expect(isOfYear(member(more), 2026, false)).toBe(belongs);
  });

  it("is whoever has entries in it, in any case", () => {
    expect(isOfYear(member({ affiliations: [{ from: "2027-03-01" }] }), 2026, true)).toBe(true);
  });
});

describe("what is frozen of somebody", () => {
  it("takes the status of the last day, and tells those before", () => {
    const joined = member(statuses(["2019-01-01", "leagueMember"], ["2026-07-01", "partyMember"]));

    expect(personOf(joined, 2026, head)).toMatchObject({
      status: "partyMember",
      statuses: ["leagueMember", "partyMember"],
    });
  });

  it("counts a status from the first of January for the whole year, and none of the next year", () => {
    const two = member(
      statuses(["2019-01-01", "masses"], ["2026-01-01", "leagueMember"], ["2027-01-01", "partyMember"]),
    );

    expect(personOf(two, 2026, head).statuses).toEqual(["leagueMember"]);
  });

  it("takes the status of the last day at work of who left, and sees no volunteer in them", () => {
    const left = member({
      ...statuses(["2019-01-01", "masses"], ["2026-06-01", "partyMember"]),
      leftOn: "2026-06-01",
    });

    expect(personOf(left, 2026, head)).toMatchObject({ status: "masses", employed: false, volunteer: false });
  });

  it("knows the status of who is on the list only since later by the first one told", () => {
    expect(personOf(member(statuses(["2027-02-01", "partyMember"])), 2026, head).status).toBe("partyMember");
  });

  it("tells who became a volunteer only after the year", () => {
    expect(personOf(member({ volunteerSince: "2027-01-01" }), 2026, head).volunteer).toBe(false);
  });
});
