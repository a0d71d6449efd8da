import type * as Member from "@yigong/core/member/member.ts";
import type { UnitInfo } from "@yigong/core/organization/organization.ts";
import { faults } from "@yigong/testing/faults.ts";
import { csvFile, rosterOn, withImporters } from "@yigong/testing/roster-use-cases.ts";
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

/** 97 of a hundred get another post, and somebody says so. */
const meant = { ...later, confirmed: { post: 97 } };
const MOVES = { apply: applyImport, undo: undoImport };
type What = keyof typeof MOVES;

/** A roster on a store of its own, and what is to come over it. */
async function prepared(size: "few" | "many") {
  const store = await testTable({ pause: async () => {} });
  const deps = rosterOn(store.table);
  const load = async (rows: string[][], post: string, by: typeof first) => {
    const bytes = csvFile([HEADER, ...rows, ...(size === "many" ? others(post) : [])]);
    return (await previewImport(deps, { kind: "roster", fileName: "r.csv", bytes }, by)).id;
  };
  await applyImport(deps, await load(BEFORE, "营业员", first), first);
  const seen = async () => told(await deps.members.all(), await deps.units.all());
  const whole = async () => ({
    roster: await seen(),
    units: (await deps.units.all()).map((unit) => `${unit.kind} ${unit.name}`),
    head: (await deps.rosters.head()).phase,
  });
  return { store, deps, seen, whole, preview: () => load(AFTER, "客服代表", later) };
}

/** An import that waits to be applied, or is applied and waits to be undone. */
async function ready(what: What, size: "few" | "many") {
  const roster = await prepared(size);
  const id = await roster.preview();
  if (what === "undo") await applyImport(roster.deps, id, meant);
  return { ...roster, run: (over = roster.deps) => MOVES[what](over, id, meant) };
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

describe("a process that dies while it lets an import apply or undo", () => {
  // Reads leave nothing behind, so dying after each write is every state that a death can leave. An undone import leaves
  // the roster as it was, so one store sees all deaths: a new one for each costs more than the death.
  it("leaves readers one roster or the other whenever that is, and ends alike", async () => {
    const { store, deps, seen, whole, preview } = await prepared("few");
    const chaos = faults(store.table.client);
    const writesOf = async (what: What, id: string) => {
      const from = chaos.tried.length;
      await MOVES[what](deps, id, later);
      return chaos.tried.slice(from).flatMap((command, at) => (WRITES.test(command) ? [at + 1] : []));
    };
    const before = await whole();
    const calm = await preview();
    const applying = await writesOf("apply", calm);
    const after = await whole();
    const undoing = await writesOf("undo", calm);
    expect(await whole()).toEqual(before);

    const dies = async (what: What, id: string, n: number) => {
      chaos.at(n, "crash-after");
      await expect(MOVES[what](deps, id, later), `${what} dies at ${n}`).rejects.toThrow();
      chaos.mend();
      const between = await seen();
      await resumeImports(deps);
      const { status } = await MOVES[what](deps, id, later);
      const end = what === "apply" ? { status: "applied", ...after } : { status: "undone", ...before };
      expect({ status, ...(await whole()) }, `${what} died after ${n}`).toEqual(end);
      return between === before.roster ? "before" : between === after.roster ? "after" : `torn at ${n}: ${between}`;
    };
    const states = { apply: [] as string[], undo: [] as string[] };
    for (let at = 0; at < Math.max(applying.length, undoing.length); at += 1) {
      const id = await preview();
      states.apply.push(await dies("apply", id, applying[at] ?? applying.at(-1) ?? 1));
      states.undo.push(await dies("undo", id, undoing[at] ?? undoing.at(-1) ?? 1));
    }
    await store.stop();

    expect(new Set(states.apply)).toEqual(new Set(["before", "after"]));
    expect(states.apply).toEqual(states.apply.toSorted().reverse());
    expect(states.undo).toEqual(states.undo.toSorted());
    expect(new Set(states.undo)).toEqual(new Set(["before", "after"]));
  });
});

describe.each(["apply", "undo"] as const)("a process that lets an import %s", (what) => {
  it.each([
    ["stage", "before"],
    ["settle", "after"],
  ] as const)("dies between two transactions of a step (%s) with the same end", async (move, whatReadersSee) => {
    const { store, deps, run, seen } = await ready(what, "many");
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
      const { store, deps, run, seen } = await ready(what, "few");
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
