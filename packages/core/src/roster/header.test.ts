import { describe, expect, it } from "vitest";
import type { Sheet } from "./cell.ts";
import { ROSTER_COLUMNS, rowsOf, SHIFT_COLUMNS } from "./columns.ts";

const sheet = (name: string, ...rows: string[][]): Sheet => ({
  name,
  rows: rows.map((cells, at) => ({ number: at + 1, cells: cells.map((text) => ({ kind: "text" as const, text })) })),
});
const REQUIRED = ["工号", "姓名", "政治面貌", "部门", "岗位"];
const PERSON = ["0007", "安一一", "群众", "市场部", "营业员"];
const GUIDE = sheet("填写说明", ["填写说明"], ["工号须为文本"], ["姓名不超过 60 字"]);
const PEOPLE = sheet("名册", REQUIRED, PERSON);
const codeOf = (...sheets: Sheet[]) => {
  try {
    return rowsOf(sheets, ROSTER_COLUMNS).sheet;
  } catch (error) {
    return error;
  }
};

describe("a header", () => {
  it.each(
    Object.entries({
      工号: "工号 员工编号 人员编号 职工号 职工编号 员工号 员工工号 ＊工号 工号* ★工号 *工号（必填） 工号(文本格式) 工\n号 工　号 工号：",
      姓名: "姓名 员工姓名 名字 姓名（必填） 姓名\r\n(必填) 姓　名 姓名＊ 姓名必填",
      政治面貌: "政治面貌 政治身份 政治面貌（中共党员/群众，请填写）",
      支部: "支部 党支部 所属支部 所在党支部 党支部名称",
      部门: "部门 所在部门 所属部门 部门名称 工作部门",
      岗位: "岗位 岗位名称 工作岗位 所在岗位 现任岗位 职位",
      分队: "分队 所属分队 义工分队",
      内训师: "内训师 是否内训师 内训师（是/否）",
      手机: "手机 手机号 手机号码 移动电话 联系电话 联系方式 电话 电话号码 手机（选填） 手机\n号码",
      邮箱: "邮箱 电子邮箱 电子邮件 E-mail ＥＭＡＩＬ Email",
      入盟日期: "入盟日期 入盟时间 加入联盟日期 入盟日期（如2010-03-01） 入盟日期（yyyy-mm-dd）",
      角色: "角色 系统角色",
    }).flatMap(([column, names]) => names.split(" ").map((name) => [name, column] as const)),
  )("%j is the column %s", (name, column) => {
    const others = [...ROSTER_COLUMNS.required, ...ROSTER_COLUMNS.optional].filter((each) => each !== column);
    const { rows, ignoredColumns } = rowsOf([sheet("一", [name, ...others], ["值"])], ROSTER_COLUMNS);

    expect(rows[0]?.cell(column)?.text).toBe("值");
    expect(ignoredColumns).toEqual([]);
  });

  it.each(
    Object.entries({
      开始: "开始时间 上班时间 开始（如2026-09-12 08:00）",
      结束: "结束时间 下班时间",
      可代岗位: "可代班岗位",
    }).flatMap(([column, names]) => names.split(/ (?!0)/).map((name) => [name, column] as const)),
  )("of shifts, %j is the column %s", (name, column) => {
    const others = [...SHIFT_COLUMNS.required, ...SHIFT_COLUMNS.optional].filter((each) => each !== column);

    expect(rowsOf([sheet("一", [name, ...others], ["值"])], SHIFT_COLUMNS).rows[0]?.cell(column)?.text).toBe("值");
  });

  it.each(["性别", "序号", "编号", "职务", "离职日期", "部门编码", "身份证号", "支部书记", "岗位等级"])(
    "%s is none, and is named among those that were ignored",
    (name) => {
      const { ignoredColumns } = rowsOf([sheet("一", [...REQUIRED, name], PERSON)], ROSTER_COLUMNS);

      expect(ignoredColumns).toEqual([name]);
    },
  );

  it.each([
    ["the name itself before another", ["手机号码", "手机"], "乙", ["手机号码"]],
    ["a mobile number before any telephone", ["联系电话", "手机号码", "电话"], "乙", ["联系电话", "电话"]],
    ["what is not qualified before what is", ["手机（备用）", "联系电话"], "乙", ["手机（备用）"]],
  ])("takes %s and says so", (_, names, value, ignored) => {
    const file = sheet("一", [...REQUIRED, ...names], [...PERSON, "甲", "乙", "丙"]);
    const { rows, ignoredColumns } = rowsOf([file], ROSTER_COLUMNS);

    expect([rows[0]?.cell("手机")?.text, ignoredColumns]).toEqual([
      value,
      ignored.map((name) => name.normalize("NFKC")),
    ]);
  });

  it("tells which columns were taken under another name", () => {
    const file = sheet("一", ["员工\n编号*", ...REQUIRED.slice(1)], PERSON);

    expect(rowsOf([file], ROSTER_COLUMNS).renamedColumns).toEqual([{ header: "员工 编号*", column: "工号" }]);
  });

  it.each([
    ["工号", "工号"],
    ["工号*", "工号"],
    ["员工编号", "人员编号"],
  ])("is refused when %s and %s stand for one column", (one, other) => {
    expect(codeOf(sheet("一", [one, other, ...REQUIRED.slice(1)], PERSON))).toMatchObject({
      code: "roster.header_twice",
      message: expect.stringContaining(`${one} = ${other}`),
    });
  });
});

describe("the table of a workbook", () => {
  it.each([
    ["on the second sheet, after instructions", [GUIDE, PEOPLE], "名册"],
    ["on the first sheet", [PEOPLE, GUIDE], "名册"],
    ["on the sheet that has all columns", [sheet("旧表", ["工号", "姓名"], ["1", "甲"]), PEOPLE], "名册"],
    ["on the sheet with rows, not on an empty form", [sheet("空表", REQUIRED), PEOPLE], "名册"],
    ["beside an empty sheet", [{ name: "Sheet2", rows: [] }, PEOPLE], "名册"],
  ])("is found %s", (_, sheets, name) => {
    expect(codeOf(...sheets)).toBe(name);
  });

  it("is found below titles and instructions that name the columns, up to the tenth row", () => {
    const above = ["2026 年名册", "工号", "姓名 必填", "四", "五", "六", "七", "八", "九"].map((text) => [text]);
    const [tenth, eleventh] = [above, [...above, ["十"]]].map((rows) => sheet("一", ...rows, REQUIRED, PERSON));

    expect(rowsOf([tenth ?? PEOPLE], ROSTER_COLUMNS).rows.map(({ number }) => number)).toEqual([11]);
    expect(codeOf(eleventh ?? PEOPLE)).toMatchObject({ code: "roster.header_missing" });
  });

  it("is refused with the names of the sheets when several qualify", () => {
    expect(codeOf(GUIDE, PEOPLE, sheet("去年", REQUIRED, PERSON))).toMatchObject({
      kind: "invalid",
      code: "roster.several_sheets",
      message: expect.stringMatching(/“名册”.*“去年”/),
    });
  });

  it("is refused with the names of the sheets and what the nearest lacks when none qualifies", () => {
    const near = sheet("名单", REQUIRED.slice(0, 4), PERSON);

    expect(codeOf(GUIDE, near)).toMatchObject({
      code: "roster.header_missing",
      message: expect.stringMatching(/岗位.*“填写说明”, “名单”.*名单/),
    });
    expect(codeOf({ name: "空", rows: [] })).toMatchObject({ code: "roster.header_missing" });
    expect(codeOf(sheet("空表", REQUIRED))).toMatchObject({ code: "roster.no_rows" });
  });
});
