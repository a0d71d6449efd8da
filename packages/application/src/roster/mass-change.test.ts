import { csvFile, rosterOn } from "@yigong/testing/roster-use-cases.ts";
import { first, HEADER, later } from "@yigong/testing/sample/roster-rows.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { applyImport } from "./apply-import.ts";
import { previewImport } from "./preview-import.ts";

let store: TestTable;
let deps: ReturnType<typeof rosterOn>;
beforeEach(async () => {
  store = await testTable();
  deps = rosterOn(store.table);
});
afterEach(() => store.stop());

type Cells = Partial<Record<string, string>>;
const numberOf = (n: number) => String(n).padStart(4, "0");
const person = (n: number): Cells => ({
  工号: numberOf(n),
  姓名: `员工${n}`,
  政治面貌: "中共党员",
  支部: "一支部",
  部门: "市场部",
  岗位: "营业员",
  分队: "爱心奉献",
  内训师: "是",
  手机: `138${String(n).padStart(8, "0")}`,
  邮箱: `p${n}@example.com`,
  入盟日期: "2010-03-01",
  角色: n <= 11 ? "管理员、组织者" : "",
});
/** A file of `count` people, of whom those from `from` on are otherwise; `undefined` leaves them out. */
const file = (count: number, otherwise?: { from: number; to: Cells | undefined }) => {
  const people = Array.from({ length: count }, (_, at) => at + 1).flatMap((n) =>
    otherwise && n >= otherwise.from ? (otherwise.to ? [{ ...person(n), ...otherwise.to }] : []) : [person(n)],
  );
  return csvFile([HEADER, ...people.map((row) => HEADER.map((column) => row[column] ?? ""))]);
};
const preview = (bytes: Uint8Array, extra = {}, by = later) =>
  previewImport(deps, { kind: "roster", fileName: "r.csv", bytes, ...extra }, by);
const found = async (count: number) => applyImport(deps, (await preview(file(count), {}, first)).id, first);
const lossesOf = ({ losses = [] }: { losses?: { what: string; count: number; of: number }[] | undefined }) =>
  losses.map(({ what, count, of }) => `${what} ${count}/${of}`);

describe("an import that makes many leave", () => {
  it("is applied only by who says how many", async () => {
    await found(41);
    const batch = await preview(file(41, { from: 31, to: undefined }));
    const { id } = batch;
    const saying = (leaving: number) => applyImport(deps, id, { ...later, confirmed: { leaving } });

    expect(lossesOf(batch)).toEqual(["leaving 11/41"]);
    await expect(applyImport(deps, id, later)).rejects.toMatchObject({
      kind: "conflict",
      code: "roster.mass_leaving",
      message: expect.stringContaining('{"confirmed":{"leaving":11}}'),
    });
    await expect(saying(10)).rejects.toMatchObject({ code: "roster.mass_leaving" });
    expect((await deps.members.all()).filter(({ leftOn }) => leftOn)).toEqual([]);
    expect((await saying(11)).status).toBe("applied");
    expect((await deps.members.all()).filter(({ leftOn }) => leftOn)).toHaveLength(11);
  });

  it.each([
    ["4 of 12", 12, 9, []],
    ["5 of 12", 12, 8, ["leaving 5/12"]],
    ["5 of 50", 50, 46, []],
    ["6 of 50", 50, 45, ["leaving 6/50"]],
  ])("asks from 5 and above a tenth on: %s", async (_, count, from, losses) => {
    await found(count);

    expect(lossesOf(await preview(file(count, { from, to: undefined })))).toEqual(losses);
  });

  it("counts who is employed, not who left long ago", async () => {
    await found(41);
    const { id } = await preview(file(31));
    await applyImport(deps, id, { ...later, confirmed: { leaving: 10 } });
    const next = { ...later, at: "2026-11-01T01:00:00.000Z" };

    expect(lossesOf(await preview(file(26), {}, next))).toEqual(["leaving 5/31"]);
  });
});

describe("an import that takes much from many", () => {
  it.each<[string, Cells, string[]]>([
    ["another branch", { 支部: "二支部" }, ["branch 10/20"]],
    ["another department", { 部门: "客服部" }, ["department 10/20"]],
    ["another post", { 岗位: "客服代表" }, ["post 10/20"]],
    ["no date of joining", { 入盟日期: "", 内训师: "" }, ["trainer 10/20", "volunteer 10/20"]],
    ["fewer roles", { 角色: "" }, []],
    ["another name", { 姓名: "某人" }, ["name 10/20"]],
    ["no team", { 分队: "" }, ["team 10/20"]],
    ["a team more", { 分队: "爱心奉献、便民服务" }, []],
    ["no mobile number", { 手机: "" }, ["mobile 10/20"]],
    ["no e-mail address", { 邮箱: "" }, ["email 10/20"]],
    ["another political status", { 政治面貌: "群众" }, ["politicalStatus 10/20"]],
    ["the same status in other words", { 政治面貌: "党员" }, []],
    ["a role more", { 角色: "审计" }, []],
  ])("names who would have %s", async (_, to, losses) => {
    await found(20);
    const batch = await preview(file(20, { from: 11, to: { 角色: "管理员、组织者", ...to } }));
    const plain = await preview(file(20, { from: 12, to }));

    expect(lossesOf(to.角色 === undefined ? batch : plain)).toEqual(losses);
  });

  it("measures lost roles against those who have one, and asks for every number", async () => {
    await found(60);
    const batch = await preview(file(60, { from: 6, to: { 角色: "", 支部: "二支部" } }));
    const saying = (confirmed: object) => applyImport(deps, batch.id, { ...later, confirmed });

    expect(lossesOf(batch)).toEqual(["branch 55/60", "role 6/11"]);
    await expect(saying({ branch: 55 })).rejects.toMatchObject({ code: "roster.mass_change" });
    expect((await saying({ branch: 55, role: 6 })).status).toBe("applied");
  });

  it("is quiet about a first file and about what is new", async () => {
    const bare = file(20, { from: 1, to: { 手机: "", 邮箱: "", 入盟日期: "", 内训师: "", 分队: "" } });
    const founding = await preview(bare, {}, first);
    await applyImport(deps, founding.id, first);

    expect([lossesOf(founding), lossesOf(await preview(file(20)))]).toEqual([[], []]);
  });
});

describe("a .csv that a spreadsheet saved", () => {
  const stripped = (bytes: Uint8Array) =>
    new TextEncoder().encode(new TextDecoder().decode(bytes).replace(/^0+/gm, ""));
  const rowsOf = async (id: string) => (await deps.rosters.rows(id, () => true, { limit: 200 })).items;

  it("is refused row by row instead of making 41 join and 41 leave", async () => {
    await found(41);
    const { id, counts } = await preview(stripped(file(41)));
    const [row] = await rowsOf(id);

    expect(counts).toMatchObject({ bad: 41, joins: 0, leaves: 0 });
    expect(row).toMatchObject({ row: 2, problems: [{ column: "工号", code: "employee_number_zeros_lost" }] });
    expect(row?.problems[0]?.reason["zh-CN"]).toContain("0001");
    await expect(applyImport(deps, id, later)).rejects.toMatchObject({ code: "roster.has_bad_rows" });
  });

  it("is refused at the first import, where numbers differ in length", async () => {
    const { counts } = await preview(stripped(file(41)), {}, first);

    expect(counts).toMatchObject({ bad: 9, joins: 32 });
  });

  it("is taken as it is by who says that the numbers are right, and from then on without saying so", async () => {
    const bytes = stripped(file(41));
    const { id, counts, numbersAsWritten } = await preview(bytes, { numbersAsWritten: true }, first);
    await applyImport(deps, id, first);

    expect([counts, numbersAsWritten]).toMatchObject([{ bad: 0, joins: 41 }, true]);
    expect((await preview(bytes)).counts).toMatchObject({ bad: 0, unchanged: 41, leaves: 0 });
  });
});
