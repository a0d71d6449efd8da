import { type Table, transact } from "../lib/table.ts";
import { effectOps, outboxDocuments, SHARDS, shardOf } from "./outbox.row.ts";
import type * as Outbox from "./outbox.ts";

/** Effects on their way out. A row leaves the table when its effect is done. */
export interface OutboxRows {
  get(id: string): Promise<Outbox.Row | undefined>;
  /** Rows due at an instant, oldest first, at most `limit` of them. An index tells, which may lag behind: see `stillDue`. */
  due(at: string, limit: number): Promise<Outbox.Row[]>;
  /** A row as it is now; undefined when it is done, or is due later than at an instant. */
  stillDue(id: string, at: string): Promise<Outbox.Row | undefined>;
  /** The instant of the next row that is due, now or later; undefined when there is none. */
  nextDueAt(): Promise<string | undefined>;
  /** Adds effects that no fact of the domain causes, such as a watchdog's. Writing one twice is one effect. */
  add(effects: readonly Outbox.Effect[], at: string): Promise<void>;
  /** Where a fan-out goes on. A row that is gone stays so. */
  advance(id: string, cursor: string): Promise<void>;
  /** Tries again at `dueAt`. A row that is gone stays so. */
  defer(id: string, next: { dueAt: string; attempts: number; lastError: string }): Promise<void>;
  done(id: string): Promise<void>;
}

const shards = Array.from({ length: SHARDS }, (_, shard) => String(shard));

export function dynamoOutbox(table: Table): OutboxRows {
  const rows = outboxDocuments(table);

  return {
    get: (id) => rows.find({ id }),
    // The sort key goes on with the id: `~` comes after its `#`, so that what is due at the very instant is found.
    async due(at, limit) {
      const range = { lte: { dueAt: `${at}~` } };
      const pages = await Promise.all(shards.map((shard) => rows.list("byDue", { shard }, { limit }, { range })));
      const found = pages.flatMap((page) => page.items).filter((row) => row.dueAt <= at);
      return found
        .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.id < b.id ? -1 : 1))
        .slice(0, limit);
    },
    async stillDue(id, at) {
      const row = await rows.find({ id });
      return row && row.dueAt <= at ? row : undefined;
    },
    async nextDueAt() {
      const pages = await Promise.all(shards.map((shard) => rows.list("byDue", { shard }, { limit: 1 })));
      return pages.flatMap((page) => page.items.map((row) => row.dueAt)).sort()[0];
    },
    async add(effects, at) {
      for (const op of effectOps(table, effects, at)) await transact(table, [op]);
    },
    async advance(id, cursor) {
      await transact(table, [rows.ops.patch({ id }, { cursor, attempts: 0 })]);
    },
    async defer(id, { dueAt, attempts, lastError }) {
      const changes = { dueAt, attempts, lastError: lastError.slice(0, 500) };
      await transact(table, [rows.ops.patch({ id }, changes, { indexed: { shard: shardOf(id) } })]);
    },
    async done(id) {
      await transact(table, [rows.ops.remove({ id })]);
    },
  };
}
