import * as z from "zod";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { chunksOf } from "../lib/parallel.ts";
import { storeRefusal } from "../lib/store.refusals.ts";
import { type Op, type Table, transact } from "../lib/table.ts";
import { headDocuments, readHead } from "../staging/head.row.ts";
import { type Head, isCommitted, type Step, withAbandoned } from "../staging/head.ts";
import { RawRow } from "./raw-row.ts";
import { rosterRefusal } from "./roster.refusals.ts";
import { Batch, type BatchIn, PreviewRow, Progress } from "./roster.ts";

/** A row of the preview with what the file says there, which only the import itself reads again. */
export interface StoredRow {
  preview: PreviewRow;
  entry?: unknown;
}

/** Which rows of a preview are asked for. */
export type RowFilter = (row: PreviewRow) => boolean;

/** Imports and the head of the roster. Every move is one conditional transaction; a move that was made already is no error. */
export interface Rosters {
  /** @throws `roster.missing` */
  get(id: string): Promise<Batch>;
  /** Newest first. */
  list(page: PageRequest): Promise<Page<Batch>>;
  /** @param cells - what the file says, to be read again when a row is put right */
  addPreview(batch: BatchIn<"previewed">, rows: readonly StoredRow[], cells?: readonly RawRow[]): Promise<void>;
  /** What the file says; nothing for an import of before this was kept. */
  cells(id: string): Promise<RawRow[]>;
  /** Keeps a preview that was planned anew, of the next revision. @throws `roster.edited_meanwhile` when another one is there */
  revise(batch: BatchIn<"previewed">, rows: readonly StoredRow[], audit: readonly Entry[]): Promise<void>;
  /** Keeps that somebody did something about an import that changes nothing of it. */
  note(audit: readonly Entry[]): Promise<void>;
  rows(id: string, matches: RowFilter, page: PageRequest): Promise<Page<PreviewRow>>;
  /** Everything that the file said, in its order, as `StoredRow` keeps it. */
  entries(id: string): Promise<unknown[]>;
  /** What a write is to change, kept so that it can go on after a crash. */
  addSteps(batchId: string, writeId: string, steps: readonly Step<unknown>[]): Promise<void>;
  steps(batchId: string, writeId: string): AsyncIterable<Step<unknown>>;
  /** Tells how far a write is. */
  tellProgress(batchId: string, progress: Progress): Promise<void>;
  progress(batchId: string): Promise<Progress | undefined>;
  head(): Promise<Head>;
  /** Begins to stage: `applying` or `undoing`. @throws `roster.busy` while another import is under way, or ended since `head` was read */
  begin(batch: BatchIn<"applying" | "undoing">, write: { writeId: string; since: Head }): Promise<void>;
  /** The instant at which all staged values count. False when the write was abandoned instead. */
  commit(writeId: string): Promise<boolean>;
  /** Gives a write up before its instant. False when that has passed. */
  abandon(writeId: string): Promise<boolean>;
  /** Ends a write whose rows are settled or abandoned. */
  finish(batch: Batch, writeId: string, audit: readonly Entry[]): Promise<void>;
}

const PAGE_SIZE = 10;
const ROWS_A_CHUNK = 100;
const CHUNKS_AT_ONCE = 10;
/** The list of a batch that has one item, its progress. */
const PROGRESS = "progress";
/** The list of what a file says. */
const CELLS = "cells";
const scope = "roster";

/** The list of a preview's rows. */
const rowsListOf = ({ revision }: Pick<Batch, "revision">): string => (revision ? `rows.${revision}` : "rows");

/** Without an upper bound a query would run on into the batch's next list. */
const numbered = (chunk: number): string => String(chunk).padStart(5, "0");

export const batchDocuments = documents({
  entity: "rosterBatch",
  schema: Batch,
  attributes: { batchId: "string", scope: "string", status: "string", previewedAt: "string", revision: "number?" },
  key: { pk: "import#${batchId}", sk: "batch" },
  indexes: { byTime: { on: "gsi1", pk: "imports#${scope}", sk: "${previewedAt}#${batchId}" } },
  body: "info",
  itemOf: ({ id: batchId, status, previewedAt, revision }) => ({ batchId, scope, status, previewedAt, revision }),
  missing: () => rosterRefusal("roster.missing"),
});

/** A hundred rows of one of a batch's lists. */
export const chunkDocuments = documents({
  entity: "rosterChunk",
  schema: z.object({ batchId: z.string(), list: z.string(), number: z.string(), items: z.array(z.unknown()) }),
  attributes: { batchId: "string", list: "string", number: "string", items: "json" },
  key: { pk: "import#${batchId}", sk: "chunk#${list}#${number}" },
  body: "none",
  itemOf: (chunk) => chunk,
});

export function dynamoRosters(table: Table): Rosters {
  const batches = batchDocuments(table);
  const chunks = chunkDocuments(table);
  const heads = headDocuments(table);
  const get = (batchId: string) => batches.get({ batchId });

  const batchPutOp = (batch: Batch, from: string | undefined): Op =>
    batches.ops.put(Batch.parse(batch), ({ status }, { eq, notExists }) =>
      from ? eq(status, from) : notExists(status),
    );

  async function addChunks(batchId: string, list: string, all: readonly unknown[]) {
    const parts = [...chunksOf(all, ROWS_A_CHUNK).entries()];
    // In their stored form all of them together would take several times the memory of the file.
    for (const some of chunksOf(parts, CHUNKS_AT_ONCE))
      await chunks.putMany(some.map(([at, items]) => ({ batchId, list, number: numbered(at), items })));
  }
  async function* listed(batchId: string, list: string, from = 0): AsyncGenerator<unknown[]> {
    const range = { between: [{ number: numbered(from) }, { number: numbered(99_999) }] } as const;
    let cursor: string | undefined;
    do {
      const page: Page<{ items: unknown[] }> = await chunks.list(
        "key",
        { batchId, list },
        { limit: PAGE_SIZE, cursor },
        { range },
      );
      for (const { items } of page.items) yield items;
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  async function* stepsOf(batchId: string, writeId: string): AsyncGenerator<Step<unknown>> {
    for await (const items of listed(batchId, writeId)) yield* items as Step<unknown>[];
  }

  const headOp = (head: Head, from: { phases: readonly string[]; write?: string; epoch?: number }): Op =>
    heads.ops.put(head, (fields, { eq, notExists }) => {
      const phases = from.phases.map((each) => (each === "none" ? notExists(fields.phase) : eq(fields.phase, each)));
      const write = from.write === undefined ? "" : ` AND ${eq(fields.writeId, from.write)}`;
      const since = from.epoch ? ` AND ${eq(fields.epoch, from.epoch)}` : "";
      return `(${phases.join(" OR ")})${write}${since}`;
    });

  /** Moves the head of one write from `staging` to another phase. */
  async function leaveStaging(write: string, phase: "settling" | "abandoning"): Promise<boolean> {
    const head = await readHead(table);
    if (head.phase === "idle" || head.writeId !== write)
      return (isCommitted(head, write) ? "settling" : "abandoning") === phase;
    if (head.phase !== "staging") return head.phase === phase;
    const epoch = phase === "settling" ? head.epoch + 1 : head.epoch;
    const left = phase === "settling" ? head : withAbandoned(head, write);
    const { ok } = await transact(table, [headOp({ ...left, phase, epoch } as Head, { phases: ["staging"], write })]);
    return ok || leaveStaging(write, phase);
  }

  return {
    get,
    list: (page) => batches.list("byTime", { scope }, page, { order: "desc" }),
    async addPreview(batch, rows, cells = []) {
      await addChunks(batch.id, "rows", rows);
      await addChunks(batch.id, CELLS, cells);
      await transact(table, [batchPutOp(batch, undefined)]);
    },
    async cells(id) {
      const all: RawRow[] = [];
      for await (const items of listed(id, CELLS)) all.push(...items.map((item) => RawRow.parse(item)));
      return all;
    },
    async revise(batch, rows, audit) {
      const { revision = 1 } = batch;
      // In a list of its own: the rows of before are read until the batch names these.
      await addChunks(batch.id, rowsListOf(batch), rows);
      const put = batches.ops.put(Batch.parse(batch), (fields, { eq, notExists }) => {
        const before = revision === 1 ? notExists(fields.revision) : eq(fields.revision, revision - 1);
        return `${eq(fields.status, "previewed")} AND ${before}`;
      });
      const { ok } = await transact(table, [put, ...auditOps(table, audit)]);
      if (!ok) throw rosterRefusal("roster.edited_meanwhile");
    },
    async note(audit) {
      for (const op of auditOps(table, audit)) await transact(table, [op]);
    },
    async rows(id, matches, { limit, cursor }) {
      const list = rowsListOf(await get(id));
      const start = cursor ? Number.parseInt(cursor, 36) : 0;
      if (!Number.isSafeInteger(start) || start < 0) throw storeRefusal("page.bad_cursor");
      const found: { at: number; row: PreviewRow }[] = [];
      let at = Math.floor(start / ROWS_A_CHUNK) * ROWS_A_CHUNK;
      for await (const items of listed(id, list, at / ROWS_A_CHUNK)) {
        for (const item of items as StoredRow[]) {
          const row = PreviewRow.parse(item.preview);
          if (at >= start && matches(row)) found.push({ at, row });
          at += 1;
        }
        if (found.length > limit) break;
      }
      return { items: found.slice(0, limit).map(({ row }) => row), cursor: found[limit]?.at.toString(36) };
    },
    async entries(id) {
      const all: unknown[] = [];
      for await (const items of listed(id, rowsListOf(await get(id))))
        all.push(...(items as StoredRow[]).flatMap(({ entry }) => entry ?? []));
      return all;
    },
    addSteps: (batchId, writeId, steps) => addChunks(batchId, writeId, steps),
    steps: stepsOf,
    tellProgress: (batchId, progress) => addChunks(batchId, PROGRESS, [Progress.parse(progress)]),
    async progress(batchId) {
      for await (const [told] of listed(batchId, PROGRESS)) return Progress.parse(told);
      return undefined;
    },
    head: () => readHead(table),
    async begin(batch, { writeId, since: { epoch, lastCommitted, abandoned } }) {
      const head: Head = { phase: "staging", epoch, writeId, batchId: batch.id, lastCommitted, abandoned };
      const from = batch.status === "applying" ? "previewed" : "applied";
      const idle = { phases: epoch === 0 ? ["none", "idle"] : ["idle"], epoch };
      const { ok } = await transact(table, [batchPutOp(batch, from), headOp(head, idle)]);
      if (!ok) throw rosterRefusal("roster.busy");
    },
    commit: (writeId) => leaveStaging(writeId, "settling"),
    abandon: (writeId) => leaveStaging(writeId, "abandoning"),
    async finish(batch, writeId, audit) {
      const head = await readHead(table);
      if (head.phase === "idle" || head.writeId !== writeId) return;
      const committed = head.phase === "settling";
      const lastCommitted = committed ? writeId : head.lastCommitted;
      const { epoch, abandoned } = head;
      const idle: Head = {
        phase: "idle",
        epoch,
        ...(lastCommitted && { lastCommitted }),
        ...(abandoned && { abandoned }),
      };
      const { status } = await get(batch.id);
      const done = [batchPutOp(batch, status), headOp(idle, { phases: [head.phase], write: writeId })];
      await transact(table, [...done, ...auditOps(table, audit)]);
    },
  };
}
