import { rosterOn } from "@yigong/testing/roster-use-cases.ts";
import { ANNA, BEN, CARL, csvFile, first, HEADER, later } from "@yigong/testing/sample/roster-rows.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyImport } from "./apply-import.ts";
import { previewImport } from "./preview-import.ts";
import { undoImport } from "./undo-import.ts";

let store: TestTable;
let deps: ReturnType<typeof rosterOn>;
beforeEach(async () => {
  store = await testTable();
  deps = rosterOn(store.table);
});
afterEach(() => store.stop());

type Columns = readonly string[];
const file = (columns: Columns, rows: readonly (readonly string[])[]) =>
  ({ kind: "roster", fileName: "roster.csv", bytes: csvFile([[...HEADER, ...columns], ...rows]) }) as const;
const preview = (columns: Columns, rows: readonly (readonly string[])[], by = first) =>
  previewImport(deps, file(columns, rows), by);
const bring = async (columns: Columns, rows: readonly (readonly string[])[], by = first) =>
  applyImport(deps, (await preview(columns, rows, by)).id, by);
const named = async (office: "wecom" | "dingtalk" | "feishu", account: string) =>
  (await deps.members.byAccount(office, account)).map(({ name }) => name);
const problemsOf = async (batchId: string) =>
  (await deps.rosters.rows(batchId, () => true, { limit: 10 })).items.map(({ problems }) =>
    problems.map(({ code }) => code),
  );

const ALL = ["企业微信账号", "钉钉userid", "飞书user_id"];

describe("accounts of the office systems in a roster file", () => {
  it("are kept with the person, who is found by each; WeCom's in any case of letters, the others' as written", async () => {
    await bring(ALL, [
      [...ANNA, "AnYiYi", "ding-7", "f7"],
      [...BEN, "bai", "", ""],
    ]);

    expect((await deps.members.byEmployeeNumber("0007"))?.accounts).toEqual({
      wecom: "AnYiYi",
      dingtalk: "ding-7",
      feishu: "f7",
    });
    expect(await named("wecom", "anyiyi")).toEqual(["安一一"]);
    expect(await named("dingtalk", "ding-7")).toEqual(["安一一"]);
    expect(await named("dingtalk", "DING-7")).toEqual([]);
    expect(await named("feishu", "anyiyi")).toEqual([]);
  });

  it("stay where a file has no such column, go with an empty cell, and the change is shown", async () => {
    await bring(["企微账号", "飞书账号"], [[...ANNA, "an", "f7"]]);
    const { id } = await preview(["企业微信账号"], [[...ANNA, ""]], later);
    const [row] = (await deps.rosters.rows(id, () => true, { limit: 10 })).items;
    await applyImport(deps, id, later);

    expect(row?.changes).toEqual([{ field: "企业微信账号", from: "an", to: "" }]);
    expect((await deps.members.byEmployeeNumber("0007"))?.accounts).toEqual({ feishu: "f7" });
    expect([await named("wecom", "an"), await named("feishu", "f7")]).toEqual([[], ["安一一"]]);
  });

  it("make both rows bad when two people are to have one, in any case of letters for WeCom", async () => {
    const batch = await preview(
      ["企业微信账号"],
      [
        [...ANNA, "zhang"],
        [...BEN, "Zhang"],
        [...CARL, "li"],
      ],
    );

    expect(await problemsOf(batch.id)).toEqual([["account_twice"], ["account_twice"], []]);
  });

  it.each(["张三", "a b", "a,b", `${"x".repeat(65)}`])("are refused as %s", async (account) => {
    const batch = await preview(["企业微信账号"], [[...ANNA, `"${account}"`]]);

    expect((await problemsOf(batch.id))[0]).toHaveLength(1);
  });

  it("move from one to another in one file, and back with the undo of the import", async () => {
    await bring(
      ["企业微信账号"],
      [
        [...ANNA, "duty"],
        [...BEN, ""],
      ],
    );
    const batch = await bring(
      ["企业微信账号"],
      [
        [...ANNA, ""],
        [...BEN, "duty"],
      ],
      later,
    );
    const moved = await named("wecom", "duty");
    await undoImport(deps, batch.id, later);

    expect([moved, await named("wecom", "duty")]).toEqual([["白二二"], ["安一一"]]);
  });
});
