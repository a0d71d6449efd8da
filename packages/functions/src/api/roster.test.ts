import { csvFile } from "@yigong/testing/sample/roster-rows.ts";
import type { Actor } from "@yigong/testing/scenario/when.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
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

const upload = (kind: string, rows: string[][] | Uint8Array) => {
  const form = new FormData();
  form.set("kind", kind);
  form.set("file", new File([Buffer.from(rows instanceof Uint8Array ? rows : csvFile(rows))], "表.csv"));
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

  it("are for administrators alone", async () => {
    const other = "alliance";
    await given.member(other);

    expect(await when(other).post("/imports", upload("roster", ROSTER))).toMatchObject({ status: 403 });
    expect(await when(other).get("/imports")).toMatchObject({ status: 403 });
  });

  it("tell that an import is unknown", async () => {
    expect(await when(admin).post(`/imports/imp_${"0".repeat(26)}/undo`)).toMatchObject({
      status: 404,
      body: { code: "roster.missing" },
    });
  });
});
