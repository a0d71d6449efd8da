import { faults } from "@yigong/testing/faults.ts";
import { csvFile, rosterOn, withImporters } from "@yigong/testing/roster-use-cases.ts";
import { testTable } from "@yigong/testing/store.ts";
import { describe, expect, it } from "vitest";
import { applyImport } from "./apply-import.ts";
import { previewImport } from "./preview-import.ts";
import { finishImports } from "./resume-imports.ts";
import { undoImport } from "./undo-import.ts";

const HEADER = ["工号", "姓名", "政治面貌", "支部", "部门", "岗位", "角色"];
const ROWS = [
  ["01", "甲", "党员", "一支部", "市场部", "营业员", "管理员"],
  ["02", "乙", "群众", "", "市场部", "营业员", ""],
];
const by = { actorId: "mem_admin", at: "2026-09-01T01:00:00.000Z" };

/** An import whose process died on its way, after its rows were settled or before. */
async function halfDone(what: "apply" | "undo") {
  const store = await testTable({ pause: async () => {} });
  const deps = rosterOn(store.table);
  const file = { kind: "roster" as const, fileName: "r.csv", bytes: csvFile([HEADER, ...ROWS]) };
  const { id } = await previewImport(deps, file, by);
  if (what === "undo") await applyImport(deps, id, by);
  const settle = () => Promise.reject(new Error("killed"));
  const dying = withImporters({ ...deps, members: { ...deps.members, settle } });
  await (what === "apply" ? applyImport(dying, id, by) : undoImport(dying, id, by)).catch(() => {});
  const job = (at: string, over = deps) => finishImports({ ...over, now: () => at })();
  const status = async () => `${(await deps.rosters.get(id)).status} ${(await deps.rosters.head()).phase}`;
  return { ...store, deps, id, job, status };
}

describe.each([
  ["apply", "applying settling", "applied idle"],
  ["undo", "undoing settling", "undone idle"],
] as const)("an %s that nobody works on any more", (what, before, after) => {
  it("is ended ten minutes after it began, and not before", async () => {
    const { job, status, stop } = await halfDone(what);
    const half = await status();
    await job("2026-09-01T01:09:59.999Z");
    const young = await status();
    await job("2026-09-01T01:10:00.000Z");
    const old = await status();
    await stop();

    expect([half, young, old]).toEqual([before, before, after]);
  });

  it("ends the same when two jobs and the person who asks again come at once", async () => {
    const { job, status, stop, deps, id } = await halfDone(what);
    const late = "2026-09-01T02:00:00.000Z";
    const again = what === "apply" ? applyImport : undoImport;
    await Promise.all([job(late), job(late), again(deps, id, { ...by, at: late })]);
    const people = (await deps.members.all()).map(({ name }) => name);
    const end = await status();
    await stop();

    expect([end, people]).toEqual([after, what === "apply" ? ["甲", "乙"] : []]);
  });
});

it("looks at the roster's head alone when no import is under way", async () => {
  const { table, stop } = await testTable();
  const { tried } = faults(table.client);
  await finishImports({ ...rosterOn(table), now: () => by.at })();
  const asked = [...tried];
  await stop();

  expect(asked).toEqual(["GetItem"]);
});
