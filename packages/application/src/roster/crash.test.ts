import type * as Member from "@yigong/core/member/member.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import { faults } from "@yigong/testing/faults.ts";
import { csvFile } from "@yigong/testing/sample/roster-rows.ts";
import { testAlliance } from "@yigong/testing/test-alliance.ts";
import { afterAll, describe, expect, it } from "vitest";
import { applyImport } from "./apply-import.ts";
import { previewImport } from "./preview-import.ts";
import { resumeImports } from "./resume-imports.ts";
import { undoImport } from "./undo-import.ts";

const HEADER = ["工号", "姓名", "政治面貌", "支部", "部门", "岗位", "角色"];
/** More than one transaction holds, so that rows are staged and settled in turns. */
const many = (post: string) =>
  Array.from({ length: 110 }, (_, n) => [`1${n}`, `众${n}`, "群众", "", "市场部", post, ""]);
const BEFORE = [
  ["01", "甲", "党员", "一支部", "市场部", "营业员", "管理员"],
  ["02", "乙", "群众", "", "市场部", "营业员", ""],
  ["03", "丙", "党员", "一支部", "市场部", "营业员", "支部书记"],
  ...many("营业员"),
];
const AFTER = [
  ["01", "甲改", "党员", "一支部", "市场部", "营业员", "管理员"],
  ["03", "丙", "党员", "二支部", "新部门", "营业员", "支部书记"],
  ["04", "丁", "团员", "", "市场部", "营业员", "组织者"],
  ...many("客服代表"),
];
const first = { actorId: "mem_admin", at: "2026-09-01T01:00:00.000Z" };
const later = { actorId: "mem_admin", at: "2026-10-01T01:00:00.000Z" };

const alliance = await testAlliance({ pause: async () => {} });
const deps = alliance.useCases;
const chaos = faults(alliance.table.client);
afterAll(() => alliance.close());

/** The roster as people see it: ids of members and units are drawn anew in each run. */
const told = (members: readonly Member.Info[], units: readonly UnitInfo[]): string => {
  const text = members.map(({ id, pseudonym, version, ...member }) => JSON.stringify(member)).join("\n");
  return units.reduce((all, unit) => all.replaceAll(unit.id, unit.name), text);
};

/** A roster with an import that waits to be applied, or is applied and waits to be undone. */
async function prepared(what: "apply" | "undo") {
  await alliance.clear();
  const load = (rows: string[][], by: typeof first) =>
    previewImport(deps, { kind: "roster", fileName: "r.csv", bytes: csvFile([HEADER, ...rows]) }, by);
  await applyImport(deps, (await load(BEFORE, first)).id, first);
  const { id } = await load(AFTER, later);
  if (what === "undo") await applyImport(deps, id, later);
  const run = () => (what === "apply" ? applyImport(deps, id, later) : undoImport(deps, id, later));
  const units = async () => (await deps.units.all()).map((unit) => `${unit.kind} ${unit.name}`);
  return { id, run, units, seen: async () => told(await deps.members.all(), await deps.units.all()) };
}

const WRITES = /^(TransactWrite|BatchWrite|Put|Update|Delete)/;

describe.each(["apply", "undo"] as const)("a process that dies while it lets an import %s", (what) => {
  // Reads leave nothing behind, so dying after each write is every state that a death can leave.
  it("leaves readers one roster or the other whenever that is, and ends alike", async () => {
    const calm = await prepared(what);
    const before = await calm.seen();
    const prior = chaos.tried.length;
    await calm.run();
    const writes = chaos.tried.slice(prior).flatMap((command, at) => (WRITES.test(command) ? [at + 1] : []));
    const [after, units] = [await calm.seen(), await calm.units()];
    const states: string[] = [];
    for (const n of writes) {
      const { run, seen, units: unitsNow } = await prepared(what);
      chaos.at(n, "crash-after");
      await expect(run(), `it dies at ${n}`).rejects.toThrow();
      chaos.mend();
      const between = await seen();
      states.push(between === before ? "before" : between === after ? "after" : `torn at ${n}: ${between}`);
      await resumeImports(deps);
      const { status } = await run();
      const end = { status, roster: await seen(), units: await unitsNow(), head: (await deps.rosters.head()).phase };
      const whole = { status: what === "apply" ? "applied" : "undone", roster: after, units, head: "idle" };

      expect(end, `died after ${n}`).toEqual(whole);
    }

    expect(states).toEqual([...states].sort().reverse());
    expect(new Set(states)).toEqual(new Set(["before", "after"]));
  });

  it.each(["stage", "settle"] as const)(
    "may have a late twin that goes on in the middle of it (%s) and changes nothing",
    async (move) => {
      const { id, seen } = await prepared(what);
      const run = (over: typeof deps) =>
        what === "apply" ? applyImport(over, id, later) : undoImport(over, id, later);
      const slow = {
        ...deps,
        members: {
          ...deps.members,
          [move]: async (...args: Parameters<typeof deps.members.stage>) => {
            await resumeImports(deps);
            done = await seen();
            return deps.members[move](...args);
          },
        },
      };
      let done = "";
      const { status } = await run(slow);

      expect(status).toBe(what === "apply" ? "applied" : "undone");
      expect(await seen()).toBe(done);
      expect(await deps.rosters.head()).toMatchObject({ phase: "idle" });
    },
  );
});
