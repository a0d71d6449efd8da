import { describe, expect, it } from "vitest";
import * as RuleDraft from "./rule-draft.ts";
import { RULE_SET_1, type RuleSet, ruleSetAt, ruleSetOfYear } from "./rules.ts";

const ZONE = "Asia/Shanghai";
const NOW = "2026-06-01T00:00:00.000Z";
const { version: _, ...terms } = RULE_SET_1;
const second: RuleSet = { ...RULE_SET_1, version: 2, effectiveFrom: "2026-09-01T00:00:00.000Z", floorPoints: 400 };

const draft = (effectiveFrom: string): RuleDraft.Info => ({
  id: RuleDraft.Id.parse(`rul_${"0".repeat(26)}`),
  terms: { ...terms, effectiveFrom },
  reason: "鼓励参加",
  draftedBy: "mem_1",
  draftedAt: NOW,
  state: "draft",
  revision: 0,
});
const adopt = (effectiveFrom: string, by = "mem_2") =>
  RuleDraft.adopt(draft(effectiveFrom), { sets: [RULE_SET_1, second], by, at: NOW });
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return "done";
  } catch (error) {
    return error instanceof Error ? error.name : "";
  }
};

describe("new rules", () => {
  it.each([
    ["2026-05-31T23:59:59.999Z", "rules.retroactive"],
    [NOW, "rules.retroactive"],
    ["2026-06-01T00:00:00.001Z", "rules.overlapping"],
    ["2026-09-01T00:00:00.000Z", "rules.overlapping"],
    ["2026-09-01T00:00:00.001Z", "done"],
  ])("from %s, adopted in June when the version before begins in September: %s", (from, code) => {
    expect(codeOf(() => adopt(from))).toBe(code);
  });

  it("become the next version, by a second person", () => {
    expect(adopt("2027-01-01T00:00:00.000Z").set.version).toBe(3);
    expect(codeOf(() => adopt("2027-01-01T00:00:00.000Z", "mem_1"))).toBe("rules.second_person");
  });

  it("are neither adopted nor withdrawn after they were withdrawn", () => {
    const withdrawn = RuleDraft.withdraw(draft("2027-01-01T00:00:00.000Z"), { by: "mem_1", at: NOW });

    expect(codeOf(() => RuleDraft.withdraw(withdrawn, { by: "mem_1", at: NOW }))).toBe("rules.decided");
    expect(codeOf(() => RuleDraft.adopt(withdrawn, { sets: [RULE_SET_1], by: "mem_2", at: NOW }))).toBe(
      "rules.decided",
    );
  });
});

describe("rules in force", () => {
  it("score an activity by its end, but draw the lines of a year by its beginning", () => {
    const sets = [RULE_SET_1, second];

    expect(ruleSetAt("2026-09-01T00:00:00.000Z", sets).version).toBe(2);
    expect(ruleSetOfYear(2026, sets, ZONE).floorPoints).toBe(300);
    expect(ruleSetOfYear(2027, sets, ZONE).floorPoints).toBe(400);
  });

  it("hold for a year from its first local instant on", () => {
    const atNewYear = { ...second, effectiveFrom: "2026-12-31T16:00:00.000Z" };

    expect(ruleSetOfYear(2027, [RULE_SET_1, atNewYear], ZONE).version).toBe(2);
    expect(ruleSetOfYear(2027, [RULE_SET_1, atNewYear], "UTC").version).toBe(2);
    expect(
      ruleSetOfYear(2027, [RULE_SET_1, { ...atNewYear, effectiveFrom: "2026-12-31T16:00:00.001Z" }], ZONE).version,
    ).toBe(1);
  });
});
