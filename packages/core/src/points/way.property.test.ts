import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counted, manifest } from "../award/award.builder.ts";
import { standingsOf } from "../award/standing.ts";
import { exceeds, progressOf, reaches } from "./progress.ts";
import { RULE_SET_1, type RuleSet } from "./rules.ts";
import { missingText, type Way, waysTo, worthOf } from "./way.ts";

const ruleSets: fc.Arbitrary<RuleSet> = fc
  .record({
    attendancePoints: fc.integer({ min: -50, max: 300 }),
    halfDayPoints: fc.integer({ min: -50, max: 100 }),
    coverPoints: fc.integer({ min: -20, max: 200 }),
    floorPoints: fc.nat(1000),
    preferencePoints: fc.record({ partyMember: fc.nat(2000), others: fc.nat(2000) }),
  })
  .map((some) => ({ ...RULE_SET_1, ...some }));
const years = fc.record({ points: fc.integer({ min: -500, max: 3000 }), partyMember: fc.boolean(), rules: ruleSets });

/** What the annual run says of somebody with so many points: whether preferred, and whether below the floor. */
function judged(points: number, { partyMember, rules }: { partyMember: boolean; rules: RuleSet }) {
  const { floorPoints: floor, preferencePoints } = rules;
  const lines = { floor, partyLine: preferencePoints.partyMember, othersLine: preferencePoints.others, places: 5 };
  const status = partyMember ? "partyMember" : "masses";
  const [standing] = standingsOf(manifest({ rules: lines }), [counted(1, { points }, { status })]);
  return { preferred: standing?.preferred, belowFloor: standing?.belowFloor };
}

describe("what would change it", () => {
  it("is enough by the rule of the annual run, and one fewer is not, whatever the rules and the year", () => {
    fc.assert(
      fc.property(years, ({ points, partyMember, rules }) => {
        const line = partyMember ? rules.preferencePoints.partyMember : rules.preferencePoints.others;
        const ways = waysTo(points, (sum) => exceeds(sum, line), rules);
        const preferred = (way: Way) => judged(points + worthOf(way, rules), { partyMember, rules }).preferred;

        expect(ways.map((way) => [preferred(way), preferred({ ...way, times: way.times - 1 })])).toEqual(
          ways.map(() => [true, false]),
        );
        if (judged(points, { partyMember, rules }).preferred) expect(ways).toEqual([]);
      }),
    );
  });

  it("holds for the floor as well, which is reached with as much as it has", () => {
    fc.assert(
      fc.property(years, ({ points, rules }) => {
        const ways = waysTo(points, (sum) => reaches(sum, rules.floorPoints), rules);
        const below = (way: Way) => judged(points + worthOf(way, rules), { partyMember: true, rules }).belowFloor;

        expect(ways.map((way) => [below(way), below({ ...way, times: way.times - 1 })])).toEqual(
          ways.map(() => [false, true]),
        );
      }),
    );
  });

  it("leaves no way out by which points are earned, and names none by which they are not", () => {
    fc.assert(
      fc.property(years, ({ points, partyMember, rules }) => {
        const { preference } = progressOf(points, { partyMember, volunteer: true }, rules);
        const kinds = waysTo(points, (sum) => exceeds(sum, preference.line), rules).map(({ kind }) => kind);
        const earning = (["service", "cover"] as const).filter((kind) => worthOf({ kind, times: 1 }, rules) > 0);

        expect(kinds).toEqual(preference.exceeded ? [] : earning);
      }),
    );
  });

  it.each([
    [450, "差 0.51 分：再参加 1 次，或代班 2 次"],
    [500, "差 0.01 分：再参加 1 次，或代班 1 次"],
    [375, "差 1.26 分：再参加 2 次，或代班 3 次"],
    [376, "差 1.25 分：再参加 1 次，或代班 3 次"],
  ])("says so for a party member with %i hundredths, whose line is more than 5", (points, told) => {
    const ways = waysTo(points, (sum) => exceeds(sum, 500), RULE_SET_1);

    expect(missingText("zh-CN", 501 - points, ways)).toBe(told);
  });

  it("says it in English, and only what is missing where nothing earns points", () => {
    expect(missingText("en", 51, [{ kind: "service", times: 1 }])).toBe(
      "0.51 points short. Enough would be further sessions served: 1",
    );
    expect(missingText("en", 51, [])).toBe("0.51 points short");
  });
});
