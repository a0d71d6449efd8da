import { speak } from "@yigong/core/member/member.ts";
import { rosterOn, withImporters } from "@yigong/testing/roster-use-cases.ts";
import { ANNA, altered, BEN, CARL, first, later, rosterFile } from "@yigong/testing/sample/roster-rows.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { applyImport } from "./apply-import.ts";
import { previewImport } from "./preview-import.ts";
import { undoImport } from "./undo-import.ts";

let store: TestTable;
let deps: ReturnType<typeof rosterOn>;
const preview = (rows: readonly (readonly string[])[], by = first, over = deps) =>
  previewImport(over, rosterFile(rows), by);
const bring = async (rows: readonly (readonly string[])[], by = first) =>
  applyImport(deps, (await preview(rows, by)).id, by);

const fresh = async () => {
  store = await testTable();
  deps = rosterOn(store.table);
};

describe("the undo of an import", () => {
  beforeEach(fresh);

  it("restores the rows before it, units too", async () => {
    await bring([ANNA, BEN]);
    const before = await deps.members.all();
    const batch = await bring([altered(ANNA, { 姓名: "安改名" }), CARL, altered(BEN, { 岗位: "装维工程师" })], later);
    const undone = await undoImport(deps, batch.id, later);
    const after = await deps.members.all();

    expect(undone.status).toBe("undone");
    expect(after.map(({ version, ...member }) => member)).toEqual(before.map(({ version, ...member }) => member));
    expect(await deps.members.byEmployeeNumber("0009")).toBeUndefined();
    expect(await deps.members.withRole("branchSecretary")).toEqual([]);
    expect(await deps.units.byName("post", "装维工程师")).toBeUndefined();
  });

  it("keeps the language that somebody chose since, and is not refused for it; so does another import", async () => {
    const speaks = async (language: "en" | undefined) => {
      const anna = await deps.members.byEmployeeNumber("0007");
      return deps.members.change(anna?.id ?? "", (member) => ({ to: speak(member, language), at: later.at }));
    };
    await bring([ANNA, BEN]);
    const batch = await bring([altered(ANNA, { 姓名: "安改名" }), BEN], later);
    await speaks("en");
    await undoImport(deps, batch.id, later);
    const undone = await deps.members.byEmployeeNumber("0007");
    await bring([altered(ANNA, { 姓名: "安又改" }), BEN], later);

    expect([undone?.language, (await deps.members.byEmployeeNumber("0007"))?.language]).toEqual(["en", "en"]);
  });

  it("lets the same people be imported again", async () => {
    const batch = await bring([ANNA, BEN]);
    await undoImport(deps, batch.id, later);
    await bring([ANNA, BEN], later);

    expect(await deps.members.all()).toHaveLength(2);
  });

  it("is refused, naming them, when members take part in an activity already", async () => {
    const batch = await bring([ANNA, BEN, CARL]);
    const carl = await deps.members.byEmployeeNumber("0009");
    const takesPart = async (ids: readonly string[]) => ids.filter((id) => id === carl?.id);
    const busy = withImporters({ ...deps, takesPart });

    await expect(undoImport(busy, batch.id, later)).rejects.toMatchObject({
      code: "roster.member_takes_part",
      message: expect.stringContaining("陈三三 (0009)"),
    });
    expect(await deps.members.all()).toHaveLength(3);
  });

  it("is refused, naming them, when rows were changed since", async () => {
    const batch = await bring([ANNA, BEN]);
    const ben = await deps.members.byEmployeeNumber("0008");
    await deps.members.change(ben?.id ?? "", (member) => ({ to: { ...member, name: "白改名" }, at: later.at }));

    await expect(undoImport(deps, batch.id, later)).rejects.toMatchObject({
      code: "roster.changed_since",
      message: expect.stringContaining("0008"),
    });
  });

  it("is refused for a preview", async () => {
    const { id } = await preview([ANNA]);

    await expect(undoImport(deps, id, first)).rejects.toMatchObject({ code: "roster.not_applied" });
  });
});
