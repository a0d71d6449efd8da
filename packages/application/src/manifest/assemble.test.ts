import { rowsOf } from "@yigong/core/roster/columns.ts";
import { problem } from "@yigong/core/roster/problem.ts";
import { csvFile, rosterOn } from "@yigong/testing/roster-use-cases.ts";
import { testTable } from "@yigong/testing/store.ts";
import { describe, expect, it } from "vitest";
import { NOUNS } from "../nouns.ts";
import { done, type Handled } from "../ports/effect-handler.ts";
import { applyImport } from "../roster/apply-import.ts";
import { previewImport } from "../roster/preview-import.ts";
import { undoImport } from "../roster/undo-import.ts";
import { handlersOf, importersOf, issuersOf, retentionOf, scorersOf, storesOf, withOffers } from "./assemble.ts";
import { type ImporterOf, importer } from "./importer.ts";
import type { Manifest, Retention } from "./manifest.ts";
import type { IssuerSource, Scorer } from "./scorer.ts";

type Letters = Map<string, string>;

/** An import of praise from outside, by the numbers of the letters. */
const letterImporter = ({ letters }: { letters: Letters }) => {
  const one: ImporterOf<[string, string], [string, string]> = {
    kind: "letter",
    columns: { required: ["编号", "内容"], optional: [] },
    read: async (rows) =>
      rows.map((row) => {
        const [number = "", text = ""] = ["编号", "内容"].map((column) => row.cell(column)?.text);
        const read = { number: row.number, employeeNumber: number, name: text };
        if (text !== "") return { ...read, problems: [], entry: [number, text] };
        return { ...read, problems: [problem("missing", { column: "内容", value: "" })] };
      }),
    plan: async (read) => ({
      rows: read.map(({ number: row, employeeNumber, name, entry, problems }) => ({
        ...{ row, employeeNumber, name, problems, changes: [] },
        state: entry ? "adds" : "bad",
      })),
      steps: read.flatMap(({ entry }) => (entry ? [{ after: entry }] : [])),
      units: { newUnits: [], posts: [], heads: [] },
      basis: [...letters],
    }),
    stage: async () => true,
    async settle(_, steps) {
      for await (const { before, after } of steps) {
        if (before) letters.delete(before[0]);
        if (after) letters.set(...after);
      }
    },
    abandon: async () => {},
    undo: async (steps) => steps.map(({ before, after }) => ({ before: after, after: before })),
  };
  return importer(one);
};

/** A noun that nobody has heard of. */
const sample = {
  name: "sample",
  stores: () => ({ letters: new Map<string, string>() }),
  issuer: (): IssuerSource => ({
    prefix: "trn",
    find: async (id) => ({ id, title: "安全课", endedAt: "2026-05-01T00:00:00.000Z" }),
  }),
  offers: ({ letters }: { letters: Letters }) => ({ letterCount: () => letters.size }),
  handlers: ({ letters }: { letters: Letters }) => ({
    async "letter.thank"({ id }: { id: string }): Promise<Handled> {
      letters.set(id, "谢谢");
      return done;
    },
  }),
  importers: (deps: { letters: Letters }) => [letterImporter(deps)],
  scorers: (): Scorer[] => [
    { prefix: "trn", kind: "training", template: "points.posted", score: async () => [], tell: () => [] },
  ],
  retention: ({ letters }: { letters: Letters }): Retention[] => [
    { rows: "letter", keptDays: 30, forget: async () => letters.clear() },
  ],
} as const satisfies Manifest;

const BY = { actorId: "mem_1", at: "2026-09-01T01:00:00.000Z" };
const file = (...rows: string[][]) => ({
  kind: "letter",
  fileName: "p.csv",
  bytes: csvFile([["编号", "内容"], ...rows]),
});

describe("a noun added to the list", () => {
  it("has its store, offers, handlers, issuer, scorer and retention beside everybody's, with no switch edited", async () => {
    const [{ table }, list] = [{ table: {} as never }, [...NOUNS, sample] as const];
    const { letters, members } = storesOf(list, table, {} as never);
    const own = [sample] as const;
    const known = { letters };
    await handlersOf(own, known)["letter.thank"]({ id: "1" });
    const { letterCount } = withOffers(own, known);
    const counted = letterCount();
    for (const { forget } of retentionOf(own, known)) await forget();
    const issuers = issuersOf(own, {});

    expect([counted, letterCount(), typeof members.get]).toEqual([1, 0, "function"]);
    expect(await issuers.find("trn_1")).toMatchObject({ title: "安全课" });
    expect(await issuers.find("act_1")).toBeUndefined();
    expect(scorersOf(own, {}).map(({ kind }) => kind)).toEqual(["training"]);
  });

  it("imports with a preview, bad rows, apply and undo of its own", async () => {
    const { table, stop } = await testTable();
    const letters: Letters = new Map();
    const deps = { ...rosterOn(table), importers: importersOf([sample], { letters }) };
    const bad = await previewImport(deps, file(["1", "热心"], ["2", ""]), BY);
    const refused = await applyImport(deps, bad.id, BY).catch((error: unknown) => error);
    const { id } = await previewImport(deps, file(["1", "热心"]), BY);
    const { status, kind } = await applyImport(deps, id, BY);
    const applied = [...letters];
    await undoImport(deps, id, BY);
    await stop();

    expect([bad.counts.adds, bad.counts.bad, refused]).toMatchObject([1, 1, { code: "roster.has_bad_rows" }]);
    expect([status, kind, applied, [...letters]]).toEqual(["applied", "letter", [["1", "热心"]], []]);
  });

  it("is found by its own first header", () => {
    const cells = (...texts: string[]) => texts.map((text) => ({ kind: "text" as const, text }));
    const rows = [
      { number: 1, cells: cells("题目") },
      { number: 2, cells: cells("编号", "内容") },
      { number: 3, cells: cells("1", "好") },
    ];

    expect(
      rowsOf([{ rows }] as never, { required: ["编号", "内容"], optional: [] }).rows.map(({ number }) => number),
    ).toEqual([3]);
  });
});

describe("the assembly", () => {
  it("refuses two nouns that give the same", () => {
    expect(() => storesOf([sample, sample], {} as never, {} as never)).toThrow("letters");
    expect(() => issuersOf([sample, sample], {})).toThrow("prefix");
    expect(() => importersOf([sample, sample], { letters: new Map() })).toThrow("one kind");
  });
});
