import { describe, expect, it } from "vitest";
import { endingsText, heldUntil, lacking, warningsOf } from "./skills.ts";

const zone = "Asia/Shanghai";
const own = (over: object = {}) => ({
  skills: new Set(["急救", "英语"]),
  ofTeams: new Set<string>(),
  skillsUntil: { 急救: "2026-09-12" },
  ...over,
});

describe("a skill that ends", () => {
  it.each([
    ["on its last day", "2026-09-12", []],
    ["on the day after", "2026-09-13", [{ skill: "急救", until: "2026-09-12" }]],
  ])("counts by the day of the session: %s", (_, day, expired) => {
    expect(lacking(["急救", "英语"], own(), day)).toEqual({ missing: [], expired });
  });

  it("does not end for who has it by a team, and is missing, not expired, for who never had it", () => {
    expect(lacking(["急救"], own({ ofTeams: new Set(["急救"]) }), "2027-01-01").expired).toEqual([]);
    expect(lacking(["驾驶"], own({ skillsUntil: { 驾驶: "2020-01-01" } }), "2026-09-12")).toEqual({
      missing: ["驾驶"],
      expired: [],
    });
  });

  it("is told with its day, and its day goes with the skill", () => {
    expect(endingsText([{ skill: "急救", until: "2026-09-12" }])).toBe("急救 (2026-09-12)");
    expect(heldUntil({ skills: ["英语"], skillsUntil: { 急救: "2026-09-12" } })).toBeUndefined();
    expect(heldUntil({ skills: ["急救"], skillsUntil: { 急救: "2026-09-12" } })).toEqual({ 急救: "2026-09-12" });
  });

  it.each([
    ["2026-07-13", [60, 30, 7]],
    ["2026-07-14", [30, 7]],
    ["2026-08-12", [30, 7]],
    ["2026-08-13", [7]],
    ["2026-09-04", [7]],
    ["2026-09-05", []],
  ])("is warned of 60, 30 and 7 days before, as far as those lie ahead of %s", (today, daysAhead) => {
    const warnings = warningsOf({ skill: "急救", until: "2026-09-12" }, today, zone);

    expect(warnings.map((one) => one.daysAhead)).toEqual(daysAhead);
  });
});
