import { describe, expect, it } from "vitest";
import { reviseSettings, reviseUnit, Settings, UnitId, UnitInfo } from "./organization.ts";

const id = (n: number) => UnitId.parse(`unit_${String(n).padStart(26, "0")}`);
const post = UnitInfo.parse({ kind: "post", id: id(1), name: "营业员", headId: "mem_1" });
const branch = UnitInfo.parse({ kind: "branch", id: id(2), name: "一支部" });
const settings = Settings.parse({
  name: "联盟",
  foundingYear: 2010,
  zone: "Asia/Shanghai",
  codeVersion: 2,
  servicePhone: "1",
  version: 3,
});

describe("a unit", () => {
  it("changes what is named, and null takes away", () => {
    const after = reviseUnit(post, { version: 0, coverableBy: [id(3)], headId: null, endedOn: "2026-09-01" });

    expect(after).toEqual({
      kind: "post",
      id: id(1),
      name: "营业员",
      coverableBy: [id(3)],
      endedOn: "2026-09-01",
      version: 0,
    });
  });

  it.each([
    ["a version that is gone", branch, { version: 1, name: "二支部" }, "edit.changed"],
    ["coverers of a branch", branch, { version: 0, coverableBy: [] }, "unit.field_unknown"],
    ["a chapter of a post", post, { version: 0, hasChapter: true }, "unit.field_unknown"],
  ])("refuses %s", (_, unit, patch, code) => {
    expect(() => reviseUnit(unit, patch)).toThrow(expect.objectContaining({ code }));
  });
});

describe("the settings", () => {
  it.each([
    ["a version that is gone", { version: 2, name: "新" }, "edit.changed"],
    [
      "another founding year once they were saved",
      { version: 3, foundingYear: 2011 },
      "organization.founding_year_fixed",
    ],
    ["an older service code", { version: 3, codeVersion: 1 }, "organization.code_version_behind"],
    [
      "another text of the code under the same version",
      { version: 3, codeText: { "zh-CN": "新守则", en: "New code" } },
      "organization.code_version_due",
    ],
    ["another time zone", { version: 3, zone: "Asia/Tokyo" }, "organization.zone_fixed"],
  ])("refuse %s", (_, patch, code) => {
    expect(() => reviseSettings(settings, patch)).toThrow(expect.objectContaining({ code }));
  });

  it("take another text of the code with a higher version, and keep it when something else changes", () => {
    const codeText = { "zh-CN": "新守则", en: "New code" };
    const after = reviseSettings(settings, { version: 3, codeVersion: 3, codeText });

    expect(reviseSettings(after, { version: 3, name: "新联盟", codeText: { ...codeText } })).toMatchObject({
      codeText,
    });
  });

  it("take a newer service code, and a founding year before they were ever saved", () => {
    expect(reviseSettings(settings, { version: 3, codeVersion: 3 }).codeVersion).toBe(3);
    expect(reviseSettings({ ...settings, version: 0 }, { version: 0, foundingYear: 1999 }).foundingYear).toBe(1999);
  });
});
