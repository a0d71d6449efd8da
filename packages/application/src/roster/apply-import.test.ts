import { affiliationOn } from "@yigong/core/member/member.ts";
import { csvFile, rosterOn, withImporters } from "@yigong/testing/roster-use-cases.ts";
import { ANNA, altered, BEN, CARL, first, HEADER, later, rosterFile } from "@yigong/testing/sample/roster-rows.ts";
import { type TestTable, testTable } from "@yigong/testing/store.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyImport } from "./apply-import.ts";
import { withProgress } from "./import-progress.ts";
import { previewImport } from "./preview-import.ts";
import { undoImport } from "./undo-import.ts";

let store: TestTable;
let deps: ReturnType<typeof rosterOn>;
const preview = (rows: readonly (readonly string[])[], by = first, over = deps) =>
  previewImport(over, rosterFile(rows), by);
const bring = async (rows: readonly (readonly string[])[], by = first) =>
  applyImport(deps, (await preview(rows, by)).id, by);
const rowsOf = async (id: string) => (await deps.rosters.rows(id, () => true, { limit: 200 })).items;

const fresh = async () => {
  store = await testTable();
  deps = rosterOn(store.table);
};

describe("an import of the roster", () => {
  beforeEach(fresh);

  it("lists every bad row with every reason, and changes nothing", async () => {
    const { id, counts } = await preview([
      ANNA,
      ["", "", "神仙", "", "", "营业员", "", "也许", "abc", "x@", "2010-02-30", "皇帝"],
      altered(BEN, { 内训师: "是" }),
      altered(CARL, { 支部: "" }),
      altered(ANNA, { 姓名: "另一人" }),
    ]);
    const problems = (await rowsOf(id)).map((row) => [
      row.row,
      row.state,
      row.problems.map(({ column, code }) => `${column} ${code}`),
    ]);

    expect(problems).toEqual([
      [2, "bad", ["工号 employee_number_twice"]],
      [
        3,
        "bad",
        [
          "工号 missing",
          "政治面貌 political_status_unknown",
          "姓名 missing",
          "部门 missing",
          "内训师 yes_no_unknown",
          "手机 mobile_invalid",
          "邮箱 email_invalid",
          "入盟日期 date_invalid",
          "角色 role_unknown",
        ],
      ],
      [4, "bad", ["内训师 trainer_not_volunteer"]],
      [5, "bad", ["支部 branch_missing", "角色 role_without_branch"]],
      [6, "bad", ["工号 employee_number_twice"]],
    ]);
    expect(counts.bad).toBe(5);
    await expect(applyImport(deps, id, first)).rejects.toMatchObject({ kind: "conflict", code: "roster.has_bad_rows" });
    expect(await deps.members.all()).toEqual([]);
    expect(await deps.units.all()).toEqual([]);
  });

  it("keeps leading zeros, maps the status and its text, and gives roles where they hold", async () => {
    await bring([ANNA, BEN, CARL]);
    const [anna, ben, carl] = await deps.members.all();
    const branch = await deps.units.byName("branch", "一支部");

    expect([anna, ben, carl].map((member) => member?.employeeNumber)).toEqual(["0007", "0008", "0009"]);
    expect(carl?.politicalStatuses).toEqual([{ from: "2026-09-01", status: "partyMember", text: "预备党员" }]);
    expect(carl?.volunteerSince).toBe("2011-03-01");
    expect(carl?.roles).toEqual([
      { role: "branchSecretary", scope: { kind: "branch", unitId: branch?.id }, from: first.at },
    ]);
    expect(anna).toMatchObject({ trainer: true, mobile: "13800001111", roles: [{ role: "administrator" }] });
    expect(ben?.volunteerSince).toBeUndefined();
    expect((await deps.members.withRole("branchSecretary")).map((member) => member.id)).toEqual([carl?.id]);
  });

  it("is a diff the second time: unchanged, transferred from the day of the import, left, joined", async () => {
    await bring([ANNA, BEN, CARL]);
    const again = await preview(
      [
        ANNA,
        altered(BEN, { 部门: "客服部" }),
        ["0010", "邓四四", "共青团员", "", "市场部", "营业员", "", "", "", "", "", ""],
      ],
      later,
    );
    await applyImport(deps, again.id, later);
    const ben = await deps.members.byEmployeeNumber("0008");
    const carl = await deps.members.byEmployeeNumber("0009");
    const [market, service] = [
      await deps.units.byName("department", "市场部"),
      await deps.units.byName("department", "客服部"),
    ];

    expect(
      (await rowsOf(again.id)).map(({ employeeNumber, state, changes }) => [employeeNumber, state, changes]),
    ).toEqual([
      ["0007", "unchanged", []],
      ["0008", "transfers", [{ field: "部门", from: "市场部", to: "客服部" }]],
      ["0010", "joins", []],
      ["0009", "leaves", [{ field: "离职", from: "", to: "2026-10-01" }]],
    ]);
    expect(ben && affiliationOn(ben, "2026-09-30").departmentId).toBe(market?.id);
    expect(ben && affiliationOn(ben, "2026-10-01").departmentId).toBe(service?.id);
    expect(carl).toMatchObject({ leftOn: "2026-10-01", roles: [{ until: later.at }] });
  });

  it("differs in nothing when the same list comes again", async () => {
    await bring([ANNA, BEN, CARL]);

    expect((await preview([ANNA, BEN, CARL], later)).counts).toMatchObject({
      unchanged: 3,
      joins: 0,
      changes: 0,
      leaves: 0,
    });
  });

  it("leaves what a missing column would say as it is", async () => {
    await bring([ANNA, BEN]);
    const [short, ...rows] = [HEADER, ANNA, BEN].map((row) => row.slice(0, 6));
    const bytes = csvFile([short ?? [], ...rows]);
    const again = await previewImport(deps, { kind: "roster", fileName: "short.csv", bytes }, later);

    expect(again.counts).toMatchObject({ unchanged: 2, changes: 0 });
  });

  it("refuses to leave the alliance without an administrator", async () => {
    await bring([ANNA, BEN]);
    const { id, counts } = await preview([altered(ANNA, { 角色: "" }), BEN], later);

    expect(counts.bad).toBe(1);
    expect((await rowsOf(id))[0]?.problems).toMatchObject([{ code: "no_administrator" }]);
  });

  it("names the heads of posts and departments, one each", async () => {
    const headed = altered(BEN, { 角色: "岗位负责人" });
    const rivals = await preview([ANNA, headed, altered(CARL, { 岗位: "客服代表", 角色: "岗位负责人、部门负责人" })]);
    await bring([ANNA, headed, CARL]);
    const ben = await deps.members.byEmployeeNumber("0008");
    const posts = async () => deps.units.byName("post", "客服代表");
    const first_ = await posts();
    const batch = await bring([ANNA, BEN, altered(CARL, { 岗位: "客服代表", 角色: "支部书记、岗位负责人" })], later);
    const carl = await deps.members.byEmployeeNumber("0009");
    const second = await posts();
    await undoImport(deps, batch.id, later);

    expect((await rowsOf(rivals.id)).map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      [],
      ["head_twice"],
      ["head_twice"],
    ]);
    expect(first_).toMatchObject({ headId: ben?.id });
    expect(second).toMatchObject({ headId: carl?.id });
    expect(await posts()).toMatchObject({ headId: ben?.id });
  });

  it("is refused as stale when the roster moved after the preview, and not when somebody accepted the code", async () => {
    await bring([ANNA, BEN, CARL]);
    const [accepted, moved] = [await preview([ANNA, BEN], later), await preview([ANNA, BEN], later)];
    const carl = await deps.members.byEmployeeNumber("0009");
    await deps.members.change(carl?.id ?? "", (member) => ({
      to: { ...member, acceptedCode: { version: 1, at: later.at } },
      at: later.at,
    }));
    const done = await applyImport(deps, accepted.id, later);

    expect(done.status).toBe("applied");
    expect(await deps.members.byEmployeeNumber("0009")).toMatchObject({
      leftOn: "2026-10-01",
      acceptedCode: { version: 1 },
    });
    await expect(applyImport(deps, moved.id, later)).rejects.toMatchObject({ kind: "conflict", code: "roster.stale" });
  });

  it("is one import however often it is applied", async () => {
    const { id } = await preview([ANNA, BEN]);
    const results = await Promise.allSettled([applyImport(deps, id, first), applyImport(deps, id, first)]);
    const again = await applyImport(deps, id, first);

    expect(results.some(({ status }) => status === "fulfilled")).toBe(true);
    expect(again.status).toBe("applied");
    expect(await deps.members.all()).toHaveLength(2);
  });
});

describe("a row that moves while an import is being staged", () => {
  beforeAll(fresh);
  afterAll(() => store.stop());

  it("gives the whole import up: nothing changed, nothing half done, and the next one goes through", async () => {
    await bring([ANNA, BEN]);
    const ben = await deps.members.byEmployeeNumber("0008");
    const { id } = await preview([altered(ANNA, { 部门: "新部门" }), altered(BEN, { 姓名: "白改名" })], later);
    const rename = () =>
      deps.members.change(ben?.id ?? "", (member) => ({ to: { ...member, name: "抢先改名" }, at: later.at }));
    const raced = meddling(deps, rename);

    await expect(applyImport(raced, id, later)).rejects.toMatchObject({ code: "roster.stale" });
    expect((await deps.members.all()).map(({ name }) => name)).toEqual(["安一一", "抢先改名"]);
    expect(await deps.units.byName("department", "新部门")).toBeUndefined();
    expect((await deps.rosters.get(id)).status).toBe("previewed");
    expect((await deps.rosters.head()).phase).toBe("idle");
    expect((await bring([ANNA, BEN], later)).status).toBe("applied");
  });
});

describe("an import under way", () => {
  beforeAll(fresh);
  afterAll(() => store.stop());

  it("tells how far it is, each row twice, and nothing before and after", async () => {
    const { id } = await preview([ANNA, BEN]);
    const shown = async () => (await withProgress(deps, await deps.rosters.get(id))) as { progress?: unknown };
    const before = await shown();
    const seen: unknown[] = [];
    await applyImport(
      meddling(deps, async () => void seen.push((await shown()).progress)),
      id,
      first,
    );
    const told = await deps.rosters.progress(id);

    expect([before.progress, seen, (await shown()).progress]).toEqual([undefined, [{ done: 0, total: 4 }], undefined]);
    expect(told).toEqual({ done: 2, total: 4 });
  });
});

/** Lets somebody else act right before the first row is staged. */
const meddling = (over: ReturnType<typeof rosterOn>, act: () => Promise<unknown>) =>
  withImporters({
    ...over,
    members: {
      ...over.members,
      stage: async (...args: Parameters<typeof over.members.stage>) => {
        await act();
        return over.members.stage(...args);
      },
    },
  });
