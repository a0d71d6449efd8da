import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isInAudience } from "./audience.ts";
import { countStates, dutyStates, isOnDuty, listed } from "./duty.ts";
import * as Sample from "./participation.builder.ts";

const DAY = "2026-09-01";
const party = [{ from: "2010-01-01", status: "partyMember" as const }];
const unit = (number: number) => `unit_${String(number).padStart(26, "0")}` as never;

describe("the duty list", () => {
  it.each([
    ["a party volunteer of an alliance activity", {}, {}, true],
    ["nobody in a team's activity", {}, { origin: "team" as const }, false],
    ["nobody in one's own activity", {}, { origin: "self" as const }, false],
    ["no party member who is not a volunteer", { volunteerSince: undefined }, {}, false],
    ["no volunteer who joins the day after", { volunteerSince: "2026-09-02" }, {}, false],
    ["a volunteer who joined that day", { volunteerSince: DAY }, {}, true],
    ["nobody who left that day", { leftOn: DAY }, {}, false],
    ["no League member", { politicalStatuses: [{ from: "2010-01-01", status: "leagueMember" as const }] }, {}, false],
    [
      "nobody who joins the party the day after",
      {
        politicalStatuses: [
          ...[{ from: "2010-01-01", status: "masses" as const }],
          { from: "2026-09-02", status: "partyMember" as const },
        ],
      },
      {},
      false,
    ],
    ["nobody outside the audience", {}, { audience: { branchIds: [unit(1)], teamIds: [] } }, false],
  ])("names %s", (_, member, activity, expected) => {
    const { volunteerSince, ...sample } = Sample.member(1, { politicalStatuses: party });
    const person = { ...sample, ...("volunteerSince" in member ? {} : { volunteerSince }), ...member };

    expect(isOnDuty(person as typeof sample, Sample.activity(activity), DAY)).toBe(expected);
  });

  it("is in the order of ids, whatever the order of the roster", () => {
    const roster = [3, 1, 2].map((number) => Sample.member(number, { politicalStatuses: party }));

    const days = { opens: DAY, begins: "2026-09-12" };

    expect(listed([...roster, Sample.member(4)], Sample.activity(), days)).toEqual([1, 2, 3].map(Sample.memberId));
  });

  it.each([
    ["2026-09-12", []],
    ["2026-09-13", [Sample.memberId(1)]],
  ])("names of those who leave on %s only who is still there when it begins", (leftOn, expected) => {
    const leaver = Sample.member(1, { politicalStatuses: party, leftOn });

    expect(listed([leaver], Sample.activity(), { opens: DAY, begins: "2026-09-12" })).toEqual(expected);
  });
});

describe("the audience", () => {
  const member = Sample.member(1, {
    affiliations: [
      { from: "2010-01-01", branchId: unit(1) },
      { from: "2026-09-02", branchId: unit(2) },
    ],
    teamIds: [unit(7)],
  });

  it.each([
    ["everybody, when nobody is named", [], [], true],
    ["a member of a named branch", [1], [], true],
    ["no member of a branch from tomorrow on", [2], [], false],
    ["a member of a named team, of whichever branch", [2], [7], true],
    ["nobody of other branches and teams", [2], [8], false],
  ])("is %s", (_, branches, teams, expected) => {
    const audience = { branchIds: branches.map(unit), teamIds: teams.map(unit) };

    expect(isInAudience(member, { audience }, DAY)).toBe(expected);
  });
});

describe("the states of duty", () => {
  const id = (number: number) => Sample.memberId(number) as string;
  const list = { memberIds: [1, 2, 3, 4, 5].map(id) };
  const participations = [
    Sample.row(1, 1, "placed"),
    Sample.row(2, 2, "waiting"),
    Sample.row(3, 3, "released"),
    Sample.row(5, 4, "withdrawn"),
  ];
  const onLeave = new Set([id(4)]);

  it("before the execution say who attends, is on leave, released or undecided", () => {
    expect([...dutyStates({ list, participations, onLeave }).values()]).toEqual([
      "attending",
      "attending",
      "released",
      "onLeave",
      "undecided",
    ]);
  });

  it("afterwards make absence of those who attended or never answered unexcused, and leave the rest", () => {
    const presence = { present: new Set([id(2)]), excused: new Set<string>() };

    expect([...dutyStates({ list, participations, onLeave, presence }).values()]).toEqual([
      "unexcused",
      "present",
      "released",
      "onLeave",
      "unexcused",
    ]);
  });

  it("count somebody who came in spite of leave as present, and an excused absence as leave", () => {
    const presence = { present: new Set([id(4)]), excused: new Set([id(1)]) };
    const states = dutyStates({ list, participations, onLeave, presence });

    expect([states.get(id(4)), states.get(id(1))]).toEqual(["present", "onLeave"]);
  });

  it("keep somebody who has a place in one session and was released from another as attending", () => {
    const rows = [Sample.row(1, 1, "released"), Sample.row(1, 1, "placed", { sessionId: Sample.sessionId(2) })];

    expect(dutyStates({ list, participations: rows, onLeave: new Set() }).get(id(1))).toBe("attending");
  });

  it("always add up to the list", () => {
    const member = fc.integer({ min: 1, max: 12 });
    const states = ["placed", "waiting", "released", "withdrawn"] as const;
    const rows = fc.array(fc.tuple(member, fc.integer({ min: 1, max: 99 }), fc.constantFrom(...states)));
    const some = fc.array(member).map((numbers) => new Set(numbers.map(id)));
    const presence = fc.option(fc.record({ present: some, excused: some }), { nil: undefined });
    fc.assert(
      fc.property(fc.uniqueArray(member), rows, some, presence, (listedOnes, drawn, away, came) => {
        const states = dutyStates({
          list: { memberIds: listedOnes.map(id) },
          participations: drawn.map(([who, number, state]) => Sample.row(who, number, state)),
          onLeave: away,
          presence: came,
        });
        const counts = countStates(states);

        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(listedOnes.length);
        expect(came ? counts.attending + counts.undecided : counts.present + counts.unexcused).toBe(0);
      }),
    );
  });
});
