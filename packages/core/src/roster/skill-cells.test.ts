import { describe, expect, it } from "vitest";
import { skillsAfter, skillsIn, skillsText } from "./skill-cells.ts";

const read = (text: string | undefined) => {
  const faults: string[] = [];
  const row = { number: 2, cell: () => (text === undefined ? undefined : ({ kind: "text", text } as const)) };
  return { skills: skillsIn(row, (code) => faults.push(code)), faults };
};

describe("the column of skills", () => {
  it.each([
    ["急救证（2027-03-31）、英语", [{ skill: "急救证", until: "2027-03-31" }, { skill: "英语" }]],
    ["急救证(有效期至2027/3/31)；驾驶（C1）", [{ skill: "急救证", until: "2027-03-31" }, { skill: "驾驶（C1）" }]],
    ["电工 (2027年3月31日到期), 电工（2028-01-01）", [{ skill: "电工", until: "2028-01-01" }]],
    ["", []],
  ])("%s", (text, skills) => {
    expect(read(text)).toEqual({ skills, faults: [] });
  });

  it.each([
    ["a day that is none", "急救证（2027-02-30）", "date_invalid"],
    ["a year that is none", "急救证（9999-12-31）", "year_out_of_range"],
    ["a name that is too long", "证".repeat(41), "too_long"],
  ])("is refused with %s", (_, text, code) => {
    expect(read(text).faults).toEqual([code]);
  });

  it("changes nothing when the file lacks it, is the whole truth when it is there, and reads as it was written", () => {
    const before = { skills: ["急救证", "英语"], skillsUntil: { 急救证: "2027-03-31" } };

    expect(skillsAfter(before, read(undefined).skills)).toEqual(before);
    expect(skillsAfter(before, [])).toEqual({ skills: [] });
    expect(skillsAfter(before, read(skillsText(before)).skills)).toEqual(before);
  });
});
