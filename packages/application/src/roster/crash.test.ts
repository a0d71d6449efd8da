import type * as Member from "@yigong/core/member/member.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import { faults } from "@yigong/testing/faults.ts";
import { csvFile, rosterOn, withImporters } from "@yigong/testing/roster-world.ts";
import { testTable } from "@yigong/testing/store.ts";
import { describe, expect, it } from "vitest";
import { applyImport } from "./apply-import.ts";
import { previewImport } from "./preview-import.ts";
import { resumeImports } from "./resume-imports.ts";
import { undoImport } from "./undo-import.ts";

const HEADER = ["工号", "姓名", "政治面貌", "支部", "部门", "岗位", "角色"];
const BEFORE = [
  ["01", "甲", "党员", "一支部", "市场部", "营业员", "管理员"],
  ["02", "乙", "群众", "", "市场部", "营业员", ""],
  ["03", "丙", "党员", "一支部", "市场部", "营业员", "支部书记"],
];
const AFTER = [
  ["01", "甲改", "党员", "一支部", "市场部", "营业员", "管理员"],
  ["03", "丙", "党员", "二支部", "新部门", "营业员", "支部书记"],
  ["04", "丁", "团员", "", "市场部", "营业员", "组织者"],
];
const OTHERS = 97;
/** With them there are more rows than one transaction holds, so that they are staged and settled in turns. */
const others = (post: string) =>
  Array.from({ length: OTHERS }, (_, n) => [`1${n}`, `众${n}`, "群众", "", "市场部", post, ""]);
const first = { actorId: "mem_admin", at: "2026-09-01T01:00:00.000Z" };
const later = { actorId: "mem_admin", at: "2026-10-01T01:00:00.000Z" };

/** The roster as people see it: ids of members and units are drawn anew in each run. */
const told = (members: readonly Member.Info[], units: readonly UnitInfo[]): string => {
  const text = members.map(({ id, pseudonym, version, ...member }) => JSON.stringify(member)).join("\n");
  return units.reduce((all, unit) => all.replaceAll(unit.id, unit.name), text);
};

/** A roster with an import that waits to be applied, or is applied and waits to be undone. */
async function prepared(what: "apply" | "undo", size: "few" | "many") {
  const store = await testTable({ pause: async () => {} });
  const deps = rosterOn(store.table);
  const load = (rows: string[][], by: typeof first) =>
    previewImport(deps, { kind: "roster", fileName: "r.csv", bytes: csvFile([HEADER, ...rows]) }, by);
  const rows = (some: string[][], post: string) => (size === "many" ? [...some, ...others(post)] : some);
  await applyImport(deps, (await load(rows(BEFORE, "营业员"), first)).id, first);
  const { id } = await load(rows(AFTER, "客服代表"), later);
  if (what === "undo") await applyImport(deps, id, later);
  const run = (over = deps) => (what === "apply" ? applyImport(over, id, later) : undoImport(over, id, later));
  const units = async () => (await deps.units.all()).map((unit) => `${unit.kind} ${unit.name}`);
  return { store, deps, run, units, seen: async () => told(await deps.members.all(), await deps.units.all()) };
}

type Deps = ReturnType<typeof rosterOn>;

/** The same, but one step of its writing of members goes another way. */
const withMove = (deps: Deps, move: "stage" | "settle", instead: <T>(go: () => Promise<T>) => Promise<T>): Deps =>
  withImporters({
    ...deps,
    members: {
      ...deps.members,
      [move]: (...args: Parameters<typeof deps.members.stage>) => instead(async () => deps.members[move](...args)),
    },
  });

const WRITES = /^(TransactWrite|BatchWrite|Put|Update|Delete)/;

describe.each(["apply", "undo"] as const)("a process that dies while it lets an import %s", (what) => {
  // Reads leave nothing behind, so dying after each write is every state that a death can leave.
  it("leaves readers one roster or the other whenever that is, and ends alike", async () => {
    const calm = await prepared(what, "few");
    const before = await calm.seen();
    const { tried } = faults(calm.store.table.client);
    await calm.run();
    const writes = tried.flatMap((command, at) => (WRITES.test(command) ? [at + 1] : []));
    const [after, units] = [await calm.seen(), await calm.units()];
    await calm.store.stop();
    const states: string[] = [];
    for (const n of writes) {
      const { store, deps, run, seen, units: unitsNow } = await prepared(what, "few");
      const chaos = faults(store.table.client);
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
      await store.stop();
    }

    expect(states).toEqual([...states].sort().reverse());
    expect(new Set(states)).toEqual(new Set(["before", "after"]));
  });

  it.each([
    ["stage", "before"],
    ["settle", "after"],
  ] as const)("dies between two transactions of a step (%s) with the same end", async (move, whatReadersSee) => {
    const { store, deps, run, seen } = await prepared(what, "many");
    const before = await seen();
    const chaos = faults(store.table.client);
    const dying = withMove(deps, move, (go) => {
      chaos.at(1, "crash-after");
      return go();
    });
    await expect(run(dying)).rejects.toThrow();
    chaos.mend();
    const between = await seen();
    let transactions = 0;
    const counted = withMove(deps, move, async (go) => {
      const from = chaos.tried.length;
      const answer = await go();
      transactions = chaos.tried.length - from;
      return answer;
    });
    await resumeImports(counted);
    const { status } = await run();
    const after = await seen();

    expect(transactions).toBeGreaterThan(1);
    expect(after.split("客服代表")).toHaveLength(what === "apply" ? OTHERS + 1 : 1);
    expect(between).toBe({ before, after }[whatReadersSee]);
    expect(status).toBe(what === "apply" ? "applied" : "undone");
    expect(await deps.rosters.head()).toMatchObject({ phase: "idle" });
    await store.stop();
  });

  it.each(["stage", "settle"] as const)(
    "may have a late twin that goes on in the middle of it (%s) and changes nothing",
    async (move) => {
      const { store, deps, run, seen } = await prepared(what, "many");
      let done = "";
      const slow = withMove(deps, move, async (go) => {
        await resumeImports(deps);
        done = await seen();
        return go();
      });
      const { status } = await run(slow);

      expect(status).toBe(what === "apply" ? "applied" : "undone");
      expect(await seen()).toBe(done);
      expect(await deps.rosters.head()).toMatchObject({ phase: "idle" });
      await store.stop();
    },
  );
});
