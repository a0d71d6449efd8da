import { Entity } from "electrodb";
import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { batchPut, type Op, put, type Table, transact } from "../lib/table.ts";
import { headEntity, readHead } from "../staging/head.row.ts";
import { type Head, isCommitted, type Step } from "../staging/head.ts";
import { Batch, type BatchIn, PreviewRow } from "./roster.ts";

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
  addPreview(batch: BatchIn<"previewed">, rows: readonly StoredRow[]): Promise<void>;
  rows(id: string, matches: RowFilter, page: PageRequest): Promise<Page<PreviewRow>>;
  /** Everything that the file said, in its order. */
  entries(id: string): Promise<StoredRow[]>;
  /** What a write is to change, kept so that it can go on after a crash. */
  addSteps(batchId: string, writeId: string, steps: readonly Step<unknown>[]): Promise<void>;
  steps(batchId: string, writeId: string): Promise<Step<unknown>[]>;
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

const PAGE_SIZE = 50;
const ROWS_A_CHUNK = 100;
const scope = "roster";

/** Without an upper bound a query would run on into the batch's next list. */
const numbered = (chunk: number): string => String(chunk).padStart(5, "0");

const entitiesOf = (table: Table) => {
  const config = { client: table.client, table: table.alliance };
  const batches = new Entity(
    {
      model: { service: "yigong", entity: "rosterBatch", version: "1" },
      attributes: {
        batchId: { type: "string", required: true },
        scope: { type: "string", required: true, default: scope },
        status: { type: "string", required: true },
        previewedAt: { type: "string", required: true },
        info: { type: "any", required: true },
      },
      indexes: {
        byId: {
          pk: { field: "pk", composite: ["batchId"], template: "import#${batchId}" },
          sk: { field: "sk", composite: [], template: "batch" },
        },
        byTime: {
          index: "gsi1",
          pk: { field: "gsi1pk", composite: ["scope"], template: "imports#${scope}" },
          sk: { field: "gsi1sk", composite: ["previewedAt", "batchId"], template: "${previewedAt}#${batchId}" },
        },
      },
    },
    config,
  );
  const chunks = new Entity(
    {
      model: { service: "yigong", entity: "rosterChunk", version: "1" },
      attributes: {
        batchId: { type: "string", required: true },
        list: { type: "string", required: true },
        number: { type: "string", required: true },
        items: { type: "any", required: true },
      },
      indexes: {
        byBatch: {
          pk: { field: "pk", composite: ["batchId"], template: "import#${batchId}" },
          sk: { field: "sk", composite: ["list", "number"], template: "chunk#${list}#${number}" },
        },
      },
    },
    config,
  );
  return { batches, chunks };
};

export function dynamoRosters(table: Table): Rosters {
  const { batches, chunks } = entitiesOf(table);
  const heads = headEntity(table);

  const batchPutOp = (batch: Batch, from: string | undefined): Op => {
    const { id: batchId, status, previewedAt } = batch;
    const row = batches.put({ batchId, scope, status, previewedAt, info: Batch.parse(batch) });
    return put(
      row.where((fields, { eq, notExists }) => (from ? eq(fields.status, from) : notExists(fields.status))).params(),
    );
  };

  async function addChunks(batchId: string, list: string, all: readonly unknown[]) {
    const count = Math.ceil(all.length / ROWS_A_CHUNK);
    const writes = Array.from({ length: count }, (_, at) => {
      const items = all.slice(at * ROWS_A_CHUNK, (at + 1) * ROWS_A_CHUNK);
      return chunks.put({ batchId, list, number: numbered(at), items }).params();
    });
    await batchPut(table, writes);
  }
  async function* chunksOf(batchId: string, list: string, from = 0): AsyncGenerator<unknown[]> {
    let cursor: string | null = null;
    do {
      const query: Promise<{ data: { items?: unknown }[]; cursor: string | null }> = chunks.query
        .byBatch({ batchId, list })
        .between({ number: numbered(from) }, { number: numbered(99_999) })
        .go({ consistent: true, limit: PAGE_SIZE, pages: 1, cursor });
      const page = await query;
      for (const { items } of page.data) yield items as unknown[];
      cursor = page.cursor;
    } while (cursor !== null);
  }
  async function chunked(batchId: string, list: string) {
    const all: unknown[] = [];
    for await (const items of chunksOf(batchId, list)) all.push(...items);
    return all;
  }

  async function get(id: string) {
    const { data } = await batches.get({ batchId: id }).go({ consistent: true });
    if (!data) throw new Refusal("missing", "roster.missing", `There is no import ${id}.`);
    return Batch.parse(data.info);
  }

  const headOp = (head: Head, from: { phases: readonly string[]; write?: string; epoch?: number }): Op => {
    const { phase, epoch } = head;
    const row = heads.put({ scope, phase, epoch, info: head, ...(head.phase !== "idle" && { writeId: head.writeId }) });
    const guarded = row.where((fields, { eq, notExists }) => {
      const phases = from.phases.map((each) => (each === "none" ? notExists(fields.phase) : eq(fields.phase, each)));
      const write = from.write === undefined ? "" : ` AND ${eq(fields.writeId, from.write)}`;
      const since = from.epoch ? ` AND ${eq(fields.epoch, from.epoch)}` : "";
      return `(${phases.join(" OR ")})${write}${since}`;
    });
    return put(guarded.params());
  };

  /** Moves the head of one write from `staging` to another phase. */
  async function leaveStaging(write: string, phase: "settling" | "abandoning"): Promise<boolean> {
    const head = await readHead(table);
    if (head.phase === "idle" || head.writeId !== write)
      return (isCommitted(head, write) ? "settling" : "abandoning") === phase;
    if (head.phase !== "staging") return head.phase === phase;
    const epoch = phase === "settling" ? head.epoch + 1 : head.epoch;
    const { ok } = await transact(table, [headOp({ ...head, phase, epoch }, { phases: ["staging"], write })]);
    return ok || leaveStaging(write, phase);
  }

  return {
    get,
    async list({ limit, cursor }) {
      const query = batches.query.byTime({ scope });
      const { data, cursor: next } = await fromCursor(
        query.go({ order: "desc", limit, pages: 1, cursor: cursor ?? null }),
      );
      return { items: data.map(({ info }) => Batch.parse(info)), cursor: next ?? undefined };
    },
    async addPreview(batch, rows) {
      await addChunks(batch.id, "rows", rows);
      await transact(table, [batchPutOp(batch, undefined)]);
    },
    async rows(id, matches, { limit, cursor }) {
      await get(id);
      const start = cursor ? Number.parseInt(cursor, 36) : 0;
      if (!Number.isSafeInteger(start) || start < 0)
        throw new Refusal("invalid", "page.bad_cursor", "This cursor is not one of ours.");
      const found: { at: number; row: PreviewRow }[] = [];
      let at = Math.floor(start / ROWS_A_CHUNK) * ROWS_A_CHUNK;
      for await (const items of chunksOf(id, "rows", at / ROWS_A_CHUNK)) {
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
      return (await chunked(id, "rows")) as StoredRow[];
    },
    addSteps: (batchId, writeId, steps) => addChunks(batchId, writeId, steps),
    async steps(batchId, writeId) {
      return (await chunked(batchId, writeId)) as Step<unknown>[];
    },
    head: () => readHead(table),
    async begin(batch, { writeId, since: { epoch, lastCommitted } }) {
      const head: Head = { phase: "staging", epoch, writeId, batchId: batch.id, lastCommitted };
      const from = batch.status === "applying" ? "previewed" : "applied";
      const idle = { phases: epoch === 0 ? ["none", "idle"] : ["idle"], epoch };
      const { ok } = await transact(table, [batchPutOp(batch, from), headOp(head, idle)]);
      if (!ok)
        throw new Refusal("conflict", "roster.busy", "Another import is being applied. Try again when it is done.");
    },
    commit: (writeId) => leaveStaging(writeId, "settling"),
    abandon: (writeId) => leaveStaging(writeId, "abandoning"),
    async finish(batch, writeId, audit) {
      const head = await readHead(table);
      if (head.phase === "idle" || head.writeId !== writeId) return;
      const committed = head.phase === "settling";
      const lastCommitted = committed ? writeId : head.lastCommitted;
      const idle: Head = { phase: "idle", epoch: head.epoch, ...(lastCommitted && { lastCommitted }) };
      const { status } = await get(batch.id);
      const done = [batchPutOp(batch, status), headOp(idle, { phases: [head.phase], write: writeId })];
      await transact(table, [...done, ...auditOps(table, audit)]);
    },
  };
}
