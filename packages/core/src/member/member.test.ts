import { describe, expect, it } from "vitest";
import { UnitId } from "../organization/organization.ts";
import { figuresOn, shareOf } from "./figures.ts";
import * as Member from "./member.ts";
import { deputize, join, revise } from "./revise.ts";

const id = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, "0")}`;
const unit = (n: number) => UnitId.parse(id("unit", n));
const person = (n: number, changes: Partial<Member.Info> = {}): Member.Info => ({
  ...join(
    {
      employeeNumber: `00${n}`,
      name: `人${n}`,
      politicalStatus: "masses",
      departmentId: unit(1),
      postId: unit(2),
      teamIds: [],
      skills: [],
      trainer: false,
    },
    { id: id("mem", n), pseudonym: "0".repeat(26), day: "2026-01-01" },
  ),
  ...changes,
});
const party = (from: string) => ({ politicalStatuses: [{ from, status: "partyMember" as const }] });
const at = "2026-09-01T00:00:00.000Z";
const all = { kind: "all" } as const;

describe("the figures of the alliance", () => {
  it("count volunteers and party members of one day, leavers and later volunteers not", () => {
    const members = [
      person(1, { ...party("2010-01-01"), volunteerSince: "2010-03-01" }),
      person(2, { ...party("2010-01-01") }),
      person(3, { ...party("2010-01-01"), volunteerSince: "2010-03-01", leftOn: "2026-09-01" }),
      person(4, { volunteerSince: "2026-09-01" }),
      person(5, { volunteerSince: "2026-09-02" }),
    ];

    expect(figuresOn(members, "2026-09-01")).toEqual({
      day: "2026-09-01",
      volunteers: 2,
      partyVolunteers: 1,
      partyMembers: 2,
      partyShare: { numerator: 1, denominator: 2, percentage: "50.0%" },
      partyMembersServing: { numerator: 1, denominator: 2, percentage: "50.0%" },
    });
    expect(figuresOn(members, "2026-08-31")).toMatchObject({ volunteers: 2, partyVolunteers: 2, partyMembers: 3 });
  });

  it.each([
    [0, 7, "0.0%"],
    [1, 3, "33.3%"],
    [2, 3, "66.7%"],
    [1, 2000, "0.1%"],
    [1, 2001, "0.0%"],
    [134, 150, "89.3%"],
    [7, 7, "100.0%"],
    [0, 0, undefined],
  ])("share %i of %i as %s", (numerator, denominator, percentage) => {
    expect(shareOf(numerator, denominator).percentage).toBe(percentage);
  });
});

describe("the service code", () => {
  const volunteer = person(1, { volunteerSince: "2010-03-01" });
  const version1 = { version: 1, inForce: 1, at, day: "2026-09-01" };

  it("is accepted once for each version, and the version is kept", () => {
    const accepted = Member.accept(volunteer, version1);

    expect(accepted.acceptedCode).toEqual({ version: 1, at });
    expect(() => Member.accept(accepted, version1)).toThrow(
      expect.objectContaining({ code: "member.accepted_already" }),
    );
    expect(Member.accept(accepted, { ...version1, version: 2, inForce: 2 }).acceptedCode?.version).toBe(2);
  });

  it("is refused to those who are no volunteers, and in a version that is not in force", () => {
    expect(() => Member.accept(person(1), version1)).toThrow(expect.objectContaining({ code: "member.not_volunteer" }));
    expect(() => Member.accept(volunteer, { ...version1, inForce: 2 })).toThrow(
      expect.objectContaining({ code: "member.code_superseded" }),
    );
  });
});

describe("a role", () => {
  const grant = { role: "organizer", scope: all, from: at } as const;

  it("is held once, and again after it ended", () => {
    const held = Member.grant(person(1), grant);
    const ended = Member.revoke(held, { role: "organizer", scope: all, at: "2026-10-01T00:00:00.000Z" });

    expect(() => Member.grant(held, grant)).toThrow(expect.objectContaining({ code: "member.role_held" }));
    expect(Member.holds(ended, "organizer", "2026-09-30T23:59:59.999Z")).toBe(true);
    expect(Member.holds(ended, "organizer", "2026-10-01T00:00:00.000Z")).toBe(false);
    expect(Member.grant(ended, { ...grant, from: "2026-11-01T00:00:00.000Z" }).roles).toHaveLength(2);
  });

  it("cannot be taken where it is not held, nor end before it begins", () => {
    const inBranch = { kind: "branch", unitId: unit(5) } as const;

    expect(() => Member.revoke(Member.grant(person(1), grant), { role: "organizer", scope: inBranch, at })).toThrow(
      expect.objectContaining({ code: "member.role_not_held" }),
    );
    expect(() => Member.grant(person(1), { ...grant, until: at })).toThrow(
      expect.objectContaining({ code: "member.role_ends_early" }),
    );
  });

  it("is deputized for a period within the holder's own, to somebody else who is here", () => {
    const holder = person(1, { roles: [{ ...grant, until: "2026-12-01T00:00:00.000Z" }] });
    const week = {
      role: "organizer",
      scope: all,
      from: "2026-10-01T00:00:00.000Z",
      until: "2026-10-08T00:00:00.000Z",
    } as const;
    const name = (deputy: Member.Info, period = week, of = holder) =>
      deputize(deputy, { holder: of, grant: period, day: "2026-09-01" });
    const deputy = name(person(2));

    expect(deputy.roles).toEqual([{ ...week, deputyFor: holder.id }]);
    expect(() => name(holder)).toThrow(expect.objectContaining({ code: "member.own_deputy" }));
    expect(() => name(person(2, { leftOn: "2026-08-01" }))).toThrow(expect.objectContaining({ code: "member.left" }));
    expect(() => name(person(3), week, deputy)).toThrow(expect.objectContaining({ code: "member.role_not_held" }));
    expect(() => name(person(3), { ...week, until: "2026-12-01T00:00:00.001Z" as never })).toThrow(
      expect.objectContaining({ code: "member.role_not_held" }),
    );
    expect(
      Member.endDeputyship(deputy, { holderId: holder.id, role: "organizer", scope: all, at: week.from }).roles[0]
        ?.until,
    ).toBe(week.from);
  });
});

describe("a change by hand", () => {
  it("dates transfers and statuses, and never overwrites an earlier one", () => {
    const moved = revise(
      person(1),
      { version: 0, affiliation: { postId: unit(7) }, politicalStatus: "leagueMember", from: "2026-09-10" },
      "2026-09-01",
    );

    expect(Member.affiliationOn(moved, "2026-09-09").postId).toBe(unit(2));
    expect(Member.affiliationOn(moved, "2026-09-10")).toMatchObject({ postId: unit(7), departmentId: unit(1) });
    expect(Member.politicalStatusOn(moved, "2026-09-09")).toBe("masses");
    expect(Member.politicalStatusOn(moved, "2026-09-10")).toBe("leagueMember");
    expect(() => revise(moved, { version: 0, affiliation: { postId: unit(8) } }, "2026-09-01")).toThrow(
      expect.objectContaining({ code: "member.dated_back" }),
    );
  });

  it.each([
    ["at a version that is gone", { version: 1, name: "新" }, "edit.changed"],
    ["to a trainer who is no volunteer", { version: 0, trainer: true }, "member.trainer_not_volunteer"],
    [
      "to a party member without a branch",
      { version: 0, politicalStatus: "partyMember" as const },
      "member.branch_missing",
    ],
  ])("is refused %s", (_, patch, code) => {
    expect(() => revise(person(1), patch, "2026-09-01")).toThrow(expect.objectContaining({ code }));
  });

  it("takes a value away with null and leaves what it does not name", () => {
    const known = person(1, { mobile: "13800001111", email: "a@b.cn" });
    const changed = revise(known, { version: 0, mobile: null }, "2026-09-01");

    expect([changed.mobile, changed.email]).toEqual([undefined, "a@b.cn"]);
  });
});

it.each([
  ["13812345678", "138****5678"],
  ["+86 138 1234 5678", "+86****5678"],
  ["1234567", "****"],
  [undefined, undefined],
])("masks the phone number %s as %s", (mobile, shown) => {
  expect(Member.masked(mobile)).toBe(shown);
});
