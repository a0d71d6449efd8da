import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UnitInfo } from "./organization.ts";
import { dynamoSettings } from "./settings.store.ts";
import { dynamoUnits, type Units } from "./unit.store.ts";

const unit = (n: number, kind: string, name: string) =>
  UnitInfo.parse({ kind, id: `unit_${String(n).padStart(26, "0")}`, name });

describe("units", () => {
  let store: TestTable;
  let units: Units;
  beforeAll(async () => {
    store = await testTable();
    units = dynamoUnits(store.table);
    await units.add(unit(1, "branch", "一支部"));
    await units.add(unit(2, "post", "营业员"));
    await units.add(unit(3, "branch", "二支部"));
  });
  afterAll(() => store.stop());

  it("share a name only across kinds", async () => {
    await units.add(unit(4, "team", "一支部"));

    await expect(units.add(unit(5, "branch", " 一支部 "))).rejects.toMatchObject({ code: "unit.name_taken" });
    expect((await units.byName("team", "一支部"))?.id).toBe(unit(4, "team", "x").id);
    expect(await units.byName("branch", "三支部")).toBeUndefined();
  });

  it("are one when added again", async () => {
    await units.add(unit(1, "branch", "一支部"));

    expect((await units.all("branch")).map(({ name }) => name)).toEqual(["一支部", "二支部"]);
  });

  it("free their old name when renamed, and take no name of another", async () => {
    const rename = (name: string) => units.change(unit(3, "branch", "x").id, (before) => ({ to: { ...before, name } }));

    await expect(rename("一支部")).rejects.toMatchObject({ code: "unit.name_taken" });
    expect((await rename("四支部")).version).toBe(1);
    expect(await units.byName("branch", "二支部")).toBeUndefined();
    expect((await units.byName("branch", "四支部"))?.name).toBe("四支部");
    await rename("二支部");
  });

  it("come page by page in the order of their names", async () => {
    const first = await units.page("branch", { limit: 1 });
    const second = await units.page("branch", { limit: 1, cursor: first.cursor });

    expect([first, second].map(({ items }) => items[0]?.name)).toEqual(["一支部", "二支部"]);
    expect(second.cursor).toBeUndefined();
  });

  it("leave their name to others once removed", async () => {
    await units.add(unit(6, "department", "临时部"));
    await units.remove(unit(6, "department", "临时部"));
    await units.add(unit(7, "department", "临时部"));

    expect((await units.byName("department", "临时部"))?.id).toBe(unit(7, "department", "x").id);
  });

  it("have settings beside them: defaults until saved, then those, changed one after the other", async () => {
    const defaults = { name: "联盟", foundingYear: 2010, zone: "Asia/Shanghai", codeVersion: 1, servicePhone: "1" };
    const settings = dynamoSettings(store.table, defaults);
    const before = await settings.get();
    const raise = () => settings.change((now) => ({ to: { ...now, codeVersion: now.codeVersion + 1 } }));
    await Promise.all([raise(), raise()]);

    expect(before).toEqual({ ...defaults, version: 0 });
    expect(await dynamoSettings(store.table, { ...defaults, name: "别名" }).get()).toEqual({
      ...defaults,
      codeVersion: 3,
      version: 2,
    });
  });
});
