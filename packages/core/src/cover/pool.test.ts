import { describe, expect, it } from "vitest";
import type { Info as Member } from "../member/member.ts";
import type { UnitInfo } from "../organization/organization.ts";
import { member, memberId } from "../participation/participation.builder.ts";
import type { Info as Shift } from "../shift/shift.ts";
import { coverersOf, eligible, joined } from "./pool.ts";

const zone = "Asia/Shanghai";
const unit = (number: number) => `unit_${String(number).padStart(26, "0")}` as UnitInfo["id"];
const need = {
  from: "2026-09-12T01:00:00.000Z",
  to: "2026-09-12T05:00:00.000Z",
  postId: unit(1),
  coverableBy: [unit(2)],
};
const party = (over: Partial<Member> = {}) =>
  member(2, {
    politicalStatuses: [{ from: "2010-01-01", status: "partyMember" }],
    affiliations: [{ from: "2010-01-01", postId: unit(1) }],
    ...over,
  });
const may = (one: Member, takingPart: string[] = []) =>
  eligible([one], [need], { takingPart: new Set(takingPart), zone }).length === 1;

describe("whoever may be asked to cover", () => {
  const { volunteerSince: _, ...employee } = party();

  it.each<[string, Member, boolean]>([
    ["is a party member", party(), true],
    ["need not be a volunteer", employee, true],
    ["is no candidate or other", party({ politicalStatuses: [{ from: "2010-01-01", status: "leagueMember" }] }), false],
    [
      "joined the party by that day",
      party({
        politicalStatuses: [
          { from: "2010-01-01", status: "masses" },
          { from: "2026-09-12", status: "partyMember" },
        ],
      }),
      true,
    ],
    ["left on a later day", party({ leftOn: "2026-09-13" }), true],
    ["has not left by that day", party({ leftOn: "2026-09-12" }), false],
    ["may hold a post that covers", party({ affiliations: [{ from: "2010-01-01", postId: unit(2) }] }), true],
    ["holds a fitting post", party({ affiliations: [{ from: "2010-01-01", postId: unit(3) }] }), false],
    [
      "holds it on that day",
      party({
        affiliations: [
          { from: "2010-01-01", postId: unit(3) },
          { from: "2026-09-12", postId: unit(1) },
        ],
      }),
      true,
    ],
    ["has a post", party({ affiliations: [{ from: "2010-01-01" }] }), false],
  ])("%s", (_, one, asked) => {
    expect(may(one)).toBe(asked);
  });

  it("takes no part", () => {
    expect(may(party(), [memberId(2)])).toBe(false);
  });
});

it("holds everybody busy in their own shifts and covers, with the units of the day", () => {
  const shift = { id: "s", memberId: memberId(2), startsAt: need.from, endsAt: need.to } as unknown as Shift;
  const covers = new Map([
    [memberId(2) as string, [{ from: "2026-09-13T01:00:00.000Z", to: "2026-09-13T05:00:00.000Z" }]],
  ]);
  const coversThisYear = new Map([[memberId(2) as string, 3]]);

  expect(coverersOf([party()], { day: "2026-09-12", shifts: [shift], covers, coversThisYear })).toEqual([
    {
      memberId: memberId(2),
      post: unit(1),
      department: "",
      branchId: "",
      coversThisYear: 3,
      busy: [
        { from: need.from, to: need.to },
        { from: "2026-09-13T01:00:00.000Z", to: "2026-09-13T05:00:00.000Z" },
      ],
    },
  ]);
});

it("reads only the stretches of time in which there are needs", () => {
  const span = (from: number, to: number) => ({ from: `2026-09-0${from}`, to: `2026-09-0${to}` });

  expect(joined([span(5, 6), span(1, 2), span(2, 4), span(1, 3)])).toEqual([span(1, 4), span(5, 6)]);
});
