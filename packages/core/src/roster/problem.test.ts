import { describe, expect, it } from "vitest";
import { join } from "../member/revise.ts";
import { UnitId, UnitInfo } from "../organization/organization.ts";
import * as Shift from "../shift/shift.ts";
import { ROSTER_COLUMNS, rowsOf, SHIFT_COLUMNS } from "./columns.ts";
import { ProblemCode } from "./problem.ts";
import type { ReadRow } from "./roster-entry.ts";
import { readRosterRows } from "./roster-entry.ts";
import { planRoster } from "./roster-plan.ts";
import { readShiftRows } from "./shift-entry.ts";
import { planShifts } from "./shift-plan.ts";

const DAY = "2026-09-01";
const AT = "2026-09-01T01:00:00.000Z";
const id = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, "0")}`;
const unit = (n: number) => UnitId.parse(id("unit", n));
const posts = ["营业员", "客服代表", "客服主管"].map((name, n) => UnitInfo.parse({ kind: "post", id: unit(n), name }));
const member = (n: number, employeeNumber: string) =>
  join(
    {
      employeeNumber,
      name: `人${n}`,
      politicalStatus: "masses",
      departmentId: unit(9),
      postId: unit(0),
      teamIds: [],
      skills: [],
      trainer: false,
    },
    { id: id("mem", n), pseudonym: "0".repeat(26), day: "2026-01-01" },
  );
const left = { ...member(3, "0003"), leftOn: "2026-08-01" };
const members = [member(1, "0001"), member(2, "0002"), left];
const newId = (prefix: string) => id(prefix, 99);

const sheet = (
  header: readonly string[],
  rows: readonly (Record<string, string> | undefined)[],
  kind: "text" | "number",
) => ({
  rows: [header, ...rows.map((row) => header.map((column) => row?.[column] ?? ""))].map((cells, at) => ({
    number: at + 1,
    cells: cells.map((text, column) => ({ kind: column === 0 && at > 0 ? kind : ("text" as const), text })),
  })),
});

type Cells = Record<string, string>;
const PERSON: Cells = { 工号: "0001", 姓名: "安一一", 政治面貌: "群众", 部门: "市场部", 岗位: "营业员" };
const roster = (changes: Cells[], kind: "text" | "number" = "text"): ReadRow<unknown>[] => {
  const header = [...ROSTER_COLUMNS.required, ...ROSTER_COLUMNS.optional];
  const { rows } = rowsOf(
    [
      sheet(
        header,
        changes.map((row) => ({ ...PERSON, ...row })),
        kind,
      ),
    ],
    ROSTER_COLUMNS,
  );
  return readRosterRows(rows, { today: DAY, storedNumbers: members.map(({ employeeNumber }) => employeeNumber) });
};

const SHIFT: Cells = { 工号: "0001", 岗位: "营业员", 开始: "2026-09-12 08:00", 结束: "2026-09-12 12:00" };
const context = { members, posts, zone: "Asia/Shanghai", day: DAY };
const shifts = (...changes: Cells[]) => {
  const header = [...SHIFT_COLUMNS.required, ...SHIFT_COLUMNS.optional];
  const { rows } = rowsOf(
    [
      sheet(
        header,
        changes.map((row) => ({ ...SHIFT, ...row })),
        "text",
      ),
    ],
    SHIFT_COLUMNS,
  );
  return readShiftRows(rows, context);
};
const overStored = () => {
  const night = { memberId: id("mem", 1), startsAt: "2026-09-11T12:00:00.000Z", endsAt: "2026-09-12T00:30:00.000Z" };
  const stored = Shift.Info.parse({ ...night, id: id("shf", 1), postId: unit(0), coverableBy: [], day: "2026-09-11" });
  return planShifts(shifts({}), { ...context, stored: [stored], newId }).rows;
};
const withoutAdministrator = () => {
  const read = roster([{}]) as Parameters<typeof planRoster>[0];
  return planRoster(read, { stored: { members: [], units: [] }, at: AT, day: DAY, newId }).rows;
};

/** Faults of other nouns' files are tried beside those nouns. */
type OwnCode = Exclude<
  ProblemCode,
  | `contact_${string}`
  | `result_${string}`
  | `score_${string}`
  | `satisfaction_${string}`
  | Exclude<ProblemCode & `trainer_${string}`, "trainer_not_volunteer">
>;
const isOwn = (code: ProblemCode): code is OwnCode =>
  code === "trainer_not_volunteer" || !/^(contact|result|satisfaction|score|trainer)_/.test(code);

/** Files with each fault, and what its reason has to name in every language: the limit, the choices, or where to look. */
const FAULTS: Record<OwnCode, [() => { problems: ReadRow<unknown>["problems"] }[], ...string[]]> = {
  missing: [() => roster([{ 政治面貌: "" }]), "政治面貌", "中共党员", "群众"],
  employee_number_invalid: [() => roster([{ 工号: "甲 1" }]), "1", "32", "-", "_"],
  employee_number_not_text: [() => roster([{ 工号: "12" }], "number"), "numbers=asWritten"],
  employee_number_zeros_lost: [() => roster([{ 工号: "12" }]), "4", "0012", "numbers=asWritten"],
  employee_number_twice: [() => roster([{}, {}]), "3"],
  employee_number_unknown: [() => shifts({ 工号: "0009" }), "0002", "0003"],
  member_left: [() => shifts({ 工号: "0003" }), "2026-08-01"],
  too_long: [() => roster([{ 姓名: "长".repeat(61) }]), "60"],
  political_status_unknown: [() => roster([{ 政治面貌: "神仙" }]), "中共党员", "预备党员", "共青团员", "民主党派"],
  date_invalid: [() => roster([{ 入盟日期: "2010-02-30" }]), "2010-03-01", "2010/3/1", "2010.3.1", "2010年3月1日"],
  year_out_of_range: [() => roster([{ 入盟日期: "9999-12-31" }]), "1900–2199"],
  date_in_future: [() => roster([{ 入盟日期: "2026-09-02" }]), DAY],
  yes_no_unknown: [() => roster([{ 内训师: "也许" }]), "是", "否", "Y", "N"],
  mobile_invalid: [() => roster([{ 手机: "abc" }]), "5–20"],
  email_invalid: [() => roster([{ 邮箱: "x@" }]), "name@example.com", "64"],
  account_invalid: [() => roster([{ 企业微信账号: "张 三" }]), "_", "@"],
  account_twice: [() => roster([{ 钉钉userid: "u1" }, { 工号: "0002", 钉钉userid: "u1" }]), "1", "3"],
  role_unknown: [() => roster([{ 角色: "皇帝" }]), "管理员", "支部书记", "党委", "部门负责人"],
  role_without_team: [() => roster([{ 角色: "分队长" }, { 分队: "爱心奉献" }]), "分队", "1", "爱心奉献"],
  role_without_branch: [() => roster([{ 角色: "支部书记" }, { 支部: "一支部" }]), "支部", "一支部"],
  head_twice: [() => roster([{ 角色: "岗位负责人" }, { 工号: "0002", 角色: "岗位负责人" }]), "1", "3"],
  role_not_volunteer: [() => roster([{ 角色: "志愿者" }]), "入盟日期"],
  branch_missing: [() => roster([{ 政治面貌: "党员" }, { 支部: "一支部" }]), "支部", "一支部"],
  trainer_not_volunteer: [() => roster([{ 内训师: "是" }]), "入盟日期"],
  no_administrator: [withoutAdministrator, "1", "角色"],
  time_invalid: [() => shifts({ 开始: "上午" }), "2026-09-12 08:00", "2026/9/12 8:00", "2026年9月12日 8:00"],
  end_not_after_start: [() => shifts({ 结束: "2026-09-12 08:00" }), "2026-09-12 08:00"],
  longer_than_24_hours: [() => shifts({ 结束: "2026-09-13 08:01" }), "24"],
  post_unknown: [() => shifts({ 岗位: "客服代衷" }), "客服代表", "客服主管", "3"],
  shift_overlaps: [() => shifts({}, { 开始: "2026-09-12 09:00" }), "3", "1"],
  shift_overlaps_stored: [overStored, "2026-09-11 20:00", "2026-09-12 08:30"],
};

describe("the reason of a fault", () => {
  it.each(Object.keys(FAULTS) as OwnCode[])("names the limit or the choices of %s in both languages", (code) => {
    const [file, ...names] = FAULTS[code];
    const found = file()[0]?.problems.find((fault) => fault.code === code)?.reason;

    for (const language of ["zh-CN", "en"] as const)
      for (const name of names) expect(found?.[language]).toContain(name);
  });

  it("is tried for each fault that there is", () => {
    expect(Object.keys(FAULTS).sort()).toEqual(ProblemCode.options.filter(isOwn).sort());
  });

  it("names the nearest posts first", () => {
    const [row] = shifts({ 岗位: "客服代衷" });

    expect(row?.problems[0]?.reason["zh-CN"]).toContain("客服代表、");
  });
});

describe("the years of a file", () => {
  it.each([
    ["1899-12-31", "year_out_of_range"],
    ["1900-01-01", undefined],
    ["2199-12-31", "date_in_future"],
    ["2200-01-01", "year_out_of_range"],
    ["9999-12-31", "year_out_of_range"],
    ["0001-01-01", "year_out_of_range"],
    ["2010-02-30", "date_invalid"],
  ])("of which %s is read or refused with %s", (text, code) => {
    expect(roster([{ 入盟日期: text }])[0]?.problems[0]?.code).toBe(code);
  });

  it("hold for shifts", () => {
    const [row] = shifts({ 开始: "9999-12-30 08:00", 结束: "1899-12-31 08:00" });

    expect(row?.problems.map(({ column, code }) => [column, code])).toEqual([
      ["开始", "year_out_of_range"],
      ["结束", "year_out_of_range"],
    ]);
  });
});
