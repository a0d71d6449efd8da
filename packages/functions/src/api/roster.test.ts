import { csvFile } from "@yigong/testing/sample/roster-rows.ts";
import type { Actor } from "@yigong/testing/scenario/when.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, describe, expect, it } from "vitest";

const ROSTER = [
  ["工号", "姓名", "政治面貌", "支部", "部门", "岗位", "角色"],
  ["001", "甲", "党员", "一支部", "市场部", "营业员", "管理员"],
  ["002", "乙", "群众", "", "市场部", "营业员", ""],
];
const SHIFTS = [
  ["工号", "岗位", "开始", "结束", "可代岗位"],
  ["002", "营业员", "2026-09-12 20:00", "2026-09-13 08:00", ""],
];

const upload = (kind: string, rows: string[][] | Uint8Array, numbers?: string) => {
  const form = new FormData();
  form.set("kind", kind);
  form.set("file", new File([Buffer.from(rows instanceof Uint8Array ? rows : csvFile(rows))], "表.csv"));
  if (numbers !== undefined) form.set("numbers", numbers);
  return form;
};

const alliance = await testAlliance({ startAt: "2026-09-01T01:00:00.000Z" });
const { given, useCases, when } = alliance;
/** Sets up until the roster has an administrator, who is 001. */
let admin: Actor = "setup";

describe("the routes of imports", () => {
  const post = (kind: string, rows: string[][] | Uint8Array) => when(admin).post("/imports", upload(kind, rows));
  afterAll(() => alliance.close());

  it("preview a file, apply it and list it", async () => {
    const preview = await post("roster", ROSTER);
    const applied = await when(admin).post(`/imports/${preview.body.id}/apply`);
    admin = "employee:001";
    const list = await when(admin).get("/imports");

    expect(preview).toMatchObject({
      status: 200,
      body: { status: "previewed", fileName: "表.csv", counts: { joins: 2, bad: 0 } },
    });
    expect(preview.body.newUnits).toHaveLength(3);
    expect(applied).toMatchObject({ status: 200, body: { status: "applied", applyBy: "setup" } });
    expect(list.body.items).toMatchObject([{ id: preview.body.id, status: "applied" }]);
    expect((await when(admin).get("/members")).body.items).toHaveLength(2);
  });

  it("list bad rows page by page with reasons in both languages, and refuse to apply them", async () => {
    const bad = [
      ROSTER[0] ?? [],
      ...Array.from({ length: 5 }, (_, n) => [`1${n}`, "", "?", "", "市场部", "营业员", "管理员"]),
    ];
    const { body } = await post("roster", bad);
    const first = await when(admin).get(`/imports/${body.id}/rows?problem=any&limit=3`);
    const second = await when(admin).get(`/imports/${body.id}/rows?problem=any&limit=3&cursor=${first.body.cursor}`);
    const missing = await when(admin).get(`/imports/${body.id}/rows?problem=missing`);

    expect(body.counts).toMatchObject({ bad: 5, leaves: 2 });
    expect([...first.body.items, ...second.body.items].map(({ row }) => row)).toEqual([2, 3, 4, 5, 6]);
    expect(second.body.cursor).toBeUndefined();
    expect(missing.body.items[0].problems[1]).toMatchObject({
      column: "姓名",
      reason: {
        "zh-CN": "“姓名”列必填，不能为空；填写如：安一一。",
        en: "The column “姓名” may not be empty; enter for example 安一一.",
      },
    });
    expect(await when(admin).post(`/imports/${body.id}/apply`)).toMatchObject({
      status: 409,
      body: { code: "roster.has_bad_rows" },
    });
  });

  it("bring shifts that people then see, and take them back", async () => {
    const { body } = await post("shifts", SHIFTS);
    await when(admin).post(`/imports/${body.id}/apply`);
    const someone = await useCases.members.byEmployeeNumber("002");
    const [me, other] = ["employee:002", 3] as const;
    await given.member(other);
    const mine = await when(me).get("/shifts?member=me");
    const day = await when(admin).get("/shifts?day=2026-09-12");
    const next = await when(admin).get("/shifts?day=2026-09-13");
    const refused = await when(other).get(`/shifts?member=${someone?.id}`);
    await when(admin).post(`/imports/${body.id}/undo`);

    expect(mine.body.items).toMatchObject([
      { startsAt: "2026-09-12T12:00:00.000Z", endsAt: "2026-09-13T00:00:00.000Z" },
    ]);
    expect(day.body.items).toEqual(mine.body.items);
    expect(next.body.items).toEqual([]);
    expect(refused.status).toBe(403);
    expect((await when(me).get("/shifts?member=me")).body.items).toEqual([]);
  });

  it("find the table on the sheet that has it, under other names, and say so", async () => {
    const [head = [], ...people] = ROSTER;
    const named = head.map(
      (column) => ({ 工号: "员工\n编号 *", 姓名: "姓名（必填）", 部门: "所在部门" })[column] ?? column,
    );
    const guide = { name: "填写说明", rows: [["工号须为文本"]] };
    const book = await writeXlsx({ sheets: [guide, { name: "名册", rows: [["2026 年名册"], named, ...people] }] });
    const { body } = await post("roster", book);
    const two = await writeXlsx({ sheets: [1, 2].map((n) => ({ name: `名册${n}`, rows: ROSTER })) });

    expect(body).toMatchObject({
      sheet: "名册",
      counts: { bad: 0 },
      ignoredColumns: [],
      renamedColumns: [
        { header: "员工 编号 *", column: "工号" },
        { header: "姓名(必填)", column: "姓名" },
        { header: "所在部门", column: "部门" },
      ],
    });
    expect((await post("roster", two)).body).toMatchObject({ code: "roster.several_sheets" });
  });

  it("refuse numbers that lost their zeros, unless somebody says that they are right", async () => {
    const lost = [...ROSTER, ["3", "丙", "群众", "", "市场部", "营业员", ""]];
    const [refused, taken] = [
      await post("roster", lost),
      await when(admin).post("/imports", upload("roster", lost, "asWritten")),
    ];
    const { body } = await when(admin).get(`/imports/${refused.body.id}/rows?problem=employee_number_zeros_lost`);
    const shifts = await post("shifts", [SHIFTS[0] ?? [], ["2", "营业员", "2026-09-12 20:00", "2026-09-13 08:00", ""]]);

    expect(refused.body.counts).toMatchObject({ bad: 1, joins: 0 });
    expect(body.items.map(({ row }: { row: number }) => row)).toEqual([4]);
    expect(taken.body).toMatchObject({ numbersAsWritten: true, counts: { bad: 0, joins: 1 } });
    expect(shifts.body.counts).toMatchObject({ bad: 1, adds: 0 });
  });

  it("ask how many are to leave when they are many", async () => {
    const more = Array.from({ length: 8 }, (_, n) => [`01${n}`, `员工${n}`, "群众", "", "市场部", "营业员", ""]);
    const founded = await post("roster", [...ROSTER, ...more]);
    await when(admin).post(`/imports/${founded.body.id}/apply`);
    const { body } = await post("roster", ROSTER);
    const apply = (confirmed?: object) => when(admin).post(`/imports/${body.id}/apply`, confirmed && { confirmed });

    expect(body.losses).toMatchObject([
      { what: "leaving", count: 8, of: 10, reason: { "zh-CN": "10 名在职人员中有 8 人将离开名册。" } },
    ]);
    expect(await apply()).toMatchObject({ status: 409, body: { code: "roster.mass_leaving" } });
    expect(await apply({ leaving: 7 })).toMatchObject({ status: 409, body: { code: "roster.mass_leaving" } });
    expect(await apply({ leavers: 8 })).toMatchObject({ status: 400, body: { code: "input.invalid" } });
    expect(await apply({ leaving: 8 })).toMatchObject({ status: 200, body: { status: "applied" } });
  });

  it.each([
    [
      "a file without the columns it needs",
      () =>
        upload("roster", [
          ["工号", "姓名"],
          ["1", "甲"],
        ]),
      "roster.header_missing",
    ],
    [
      "a column that is there twice",
      () => upload("shifts", [[...(SHIFTS[0] ?? []), "工号"], ["1"]]),
      "roster.header_twice",
    ],
    ["a header without rows", () => upload("roster", ROSTER.slice(0, 1)), "roster.no_rows"],
    ["an empty file", () => upload("roster", new Uint8Array()), "roster.unreadable"],
    ["a picture", () => upload("roster", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10)), "roster.unreadable"],
    ["an unknown kind", () => upload("people", ROSTER), "input.invalid"],
  ])("refuse %s", async (_, form, code) => {
    expect(await when(admin).post("/imports", form())).toMatchObject({ status: 400, body: { code } });
  });

  it("are for administrators, and those of contacts for who keeps these", async () => {
    const other = "organizer";
    await given.member("alliance");
    await given.member(other);

    expect(await when(other).post("/imports", upload("roster", ROSTER))).toMatchObject({ status: 403 });
    expect(await when(other).get("/imports")).toMatchObject({ status: 403 });
    expect(await when("alliance").post("/imports", upload("roster", ROSTER))).toMatchObject({ status: 403 });
    expect(await when("alliance").get("/imports")).toMatchObject({ status: 200, body: { items: [] } });
  });

  it("tell that an import is unknown", async () => {
    expect(await when(admin).post(`/imports/imp_${"0".repeat(26)}/undo`)).toMatchObject({
      status: 404,
      body: { code: "roster.missing" },
    });
  });
});
