import { csvFile } from "@yigong/testing/sample/roster-rows.ts";
import type { Actor } from "@yigong/testing/scenario/when.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeEach, describe, expect, it } from "vitest";

const HEADER = ["工号", "姓名", "政治面貌", "支部", "部门", "岗位", "角色"];
const ANNA = ["001", "甲", "党员", "一支部", "市场部", "营业员", "管理员"];
const BEN = ["002", "乙", "群从", "", "市场部", "营业员", ""];
const FREE = [["人员表"], ["编号", "名", "面貌", "科室", "岗"], ["001", "甲", "群众", "市场部", "营业员"]];

const alliance = await testAlliance({ startAt: "2026-09-01T01:00:00.000Z" });
const { when } = alliance;
const admin: Actor = "setup";
afterAll(() => alliance.close());
beforeEach(() => alliance.clear());

const form = (bytes: Uint8Array, more: Record<string, string> = {}) => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ kind: "roster", ...more })) body.set(name, value);
  body.set("file", new File([Buffer.from(bytes)], "表.xlsx"));
  return body;
};
const upload = (rows: string[][]) => when(admin).post("/imports", form(csvFile(rows)));
const books = (...sheets: { name: string; rows: string[][] }[]) => writeXlsx({ sheets });

describe("a file before it is imported", () => {
  it("shows its sheets, the columns that are recognised and the first rows", async () => {
    const bytes = await books(
      { name: "说明", rows: [["请填写"]] },
      { name: "名册", rows: [["标题"], HEADER, ANNA, BEN] },
    );
    const { body } = await when(admin).post("/imports/inspect", form(bytes), { "accept-language": "en" });

    expect(body.sheets[0]).toMatchObject({ name: "说明", rows: 0, guess: {} });
    expect(body.sheets[1]).toMatchObject({
      name: "名册",
      rows: 2,
      header: { row: 2 },
      guess: { 工号: "A", 姓名: "B", 政治面貌: "C", 支部: "D", 部门: "E", 岗位: "F", 角色: "G" },
      sample: [ANNA, BEN],
    });
    expect(body.sheets[1].header.cells[6]).toEqual({ column: "G", text: "角色" });
    expect(body.fields[0]).toMatchObject({
      field: "工号",
      label: "Employee number",
      required: true,
      example: "000101",
    });
  });

  it("is read by the sheet and the columns that somebody chose", async () => {
    const bytes = await books({ name: "一", rows: [HEADER, ANNA] }, { name: "二", rows: FREE });
    const columns = JSON.stringify({ 工号: "A", 姓名: "B", 政治面貌: "C", 部门: "D", 岗位: "E" });
    const chosen = await when(admin).post("/imports", form(bytes, { sheet: "二", columns }));
    const rows = (await when(admin).get(`/imports/${chosen.body.id}/rows`)).body.items;

    expect(chosen.body).toMatchObject({ sheet: "二", fileRows: 1, counts: { joins: 1 } });
    expect(rows.map(({ name }: { name: string }) => name)).toContain("甲");
  });

  it.each([
    [{ sheet: "三" }, "roster.sheet_missing"],
    [{ sheet: "二", columns: JSON.stringify({ 工号: "A" }) }, "roster.header_missing"],
    [{ columns: JSON.stringify({ 工号: "A", 姓名: "A", 政治面貌: "C", 部门: "D", 岗位: "E" }) }, "roster.header_twice"],
    [
      { columns: JSON.stringify({ 工号: "1", 姓名: "B", 政治面貌: "C", 部门: "D", 岗位: "E" }) },
      "roster.column_missing",
    ],
    [{ columns: "{" }, "input.invalid"],
    [{ columns: '{"工号":1}' }, "input.invalid"],
  ])("is refused with %j: %s", async (choice, code) => {
    const bytes = await books({ name: "一", rows: [HEADER, ANNA] }, { name: "二", rows: FREE });

    expect((await when(admin).post("/imports", form(bytes, choice))).body.code).toBe(code);
  });

  it.each(["zh-CN", "en"])("comes from a template in %s, whose example is no row", async (language) => {
    for (const kind of ["roster", "shifts", "contacts"]) {
      const answer = await when(admin).request("GET", `/imports/templates/${kind}.xlsx`, undefined, {
        "accept-language": language,
      });
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const { body } = await when(admin).post("/imports/inspect", form(bytes, { kind }));
      const required = body.fields
        .filter((one: { required: boolean }) => one.required)
        .map((one: { field: string }) => one.field);

      expect(answer.headers.get("content-disposition")).toContain(`${kind}.xlsx`);
      expect(body.sheets).toHaveLength(2);
      expect(Object.keys(body.sheets[0].guess)).toEqual(expect.arrayContaining(required));
      expect((await when(admin).post("/imports", form(bytes, { kind }))).body.code).toBe("roster.no_rows");
    }
  });
});

describe("a row of a previewed import", () => {
  it("is put right in the page, checked as the whole file is, and applied so", async () => {
    const { body: preview } = await upload([HEADER, ANNA, BEN]);
    const row = `/imports/${preview.id}/rows/3`;
    const still = await when(admin).patch(row, { cells: { 姓名: "乙乙" } });
    const mended = await when(admin).patch(row, { cells: { 政治面貌: "群众" } });
    await when(admin).post(`/imports/${preview.id}/apply`);
    const names = (await when("employee:001").get("/members")).body.items.map(({ name }: { name: string }) => name);
    const told = (await alliance.useCases.audits.about(preview.id, { limit: 9 })).items;

    expect([preview.counts.bad, still.body.counts.bad, mended.body.counts]).toMatchObject([1, 1, { bad: 0, joins: 2 }]);
    expect(mended.body).toMatchObject({ editedRows: [3], revision: 2 });
    expect(mended.body.edits).toBeUndefined();
    expect(names).toEqual(["甲", "乙乙"]);
    expect(told.map(({ action, detail }) => [action, detail?.row])).toContainEqual(["roster.mendRow", 3]);
  });

  it("is marked bad again when it becomes another's twin", async () => {
    const { body } = await upload([HEADER, ANNA, BEN]);
    const mended = await when(admin).patch(`/imports/${body.id}/rows/3`, { cells: { 工号: "001", 政治面貌: "群众" } });

    expect(mended.body.counts.bad).toBe(2);
  });

  it("is taken out, and is gone then", async () => {
    const { body } = await upload([HEADER, ANNA, BEN]);
    const without = await when(admin).delete(`/imports/${body.id}/rows/3`);

    expect(without.body).toMatchObject({ fileRows: 1, counts: { bad: 0, joins: 1 } });
    expect((await when(admin).get(`/imports/${body.id}/rows`)).body.items).toHaveLength(1);
    expect((await when(admin).delete(`/imports/${body.id}/rows/3`)).body.code).toBe("roster.row_missing");
    expect((await when(admin).delete(`/imports/${body.id}/rows/2`)).body.code).toBe("roster.no_rows");
  });

  it("is not put right under a field that there is not, nor once the import is applied", async () => {
    const { body } = await upload([HEADER, ANNA]);
    const strange = await when(admin).patch(`/imports/${body.id}/rows/2`, { cells: { 身高: "180" } });
    await when(admin).post(`/imports/${body.id}/apply`);
    const late = await when("employee:001").patch(`/imports/${body.id}/rows/2`, { cells: { 姓名: "丙" } });

    expect([strange.body.code, late.body.code]).toEqual(["roster.column_missing", "roster.not_previewed"]);
  });

  it("is put right by one of two at the same moment, so that nothing is lost unseen", async () => {
    const { body } = await upload([HEADER, ANNA, BEN]);
    const path = `/imports/${body.id}/rows/3`;
    const both = await Promise.all([
      when(admin).patch(path, { cells: { 姓名: "一" } }),
      when(admin).patch(path, { cells: { 姓名: "二" } }),
    ]);

    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
