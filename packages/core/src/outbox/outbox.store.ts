import { type Table, transact, update } from "../lib/table.ts";
import { effectOps, outboxEntity, SHARDS, shardOf } from "./outbox.row.ts";
import * as Outbox from "./outbox.ts";

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

export function dynamoOutbox(table: Table): OutboxRows {
  const rows = outboxEntity(table);
  const parse = (item: Omit<Outbox.Row, "effect"> & { effect?: unknown }): Outbox.Row => ({
    effect: Outbox.Effect.parse(item.effect),
    attempts: item.attempts,
    createdAt: item.createdAt,
    cursor: item.cursor,
    lastError: item.lastError,
    correlation: item.correlation,
  });
  const shards = Array.from({ length: SHARDS }, (_, shard) => String(shard));

  return {
    async get(id) {
      const { data } = await rows.get({ id }).go({ consistent: true });
      return data ? parse(data) : undefined;
    },
    // The sort key goes on with the id: `~` comes after its `#`, so that what is due at the very instant is found.
    async due(at, limit) {
      const pages = await Promise.all(
        shards.map((shard) =>
          rows.query
            .byDue({ shard })
            .lte({ dueAt: `${at}~` })
            .go({ limit, pages: 1 }),
        ),
      );
      const found = pages.flatMap((page) => page.data).filter((row) => row.dueAt <= at);
      return found
        .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.id < b.id ? -1 : 1))
        .slice(0, limit)
        .map(parse);
    },
    async stillDue(id, at) {
      const { data } = await rows.get({ id }).go({ consistent: true });
      return data && data.dueAt <= at ? parse(data) : undefined;
    },
    async nextDueAt() {
      const pages = await Promise.all(shards.map((shard) => rows.query.byDue({ shard }).go({ limit: 1, pages: 1 })));
      return pages.flatMap((page) => page.data.map((row) => row.dueAt)).sort()[0];
    },
    async add(effects, at) {
      for (const op of effectOps(table, effects, at)) await transact(table, [op]);
    },
    async advance(id, cursor) {
      await transact(table, [update(rows.patch({ id }).set({ cursor, attempts: 0 }).params())]);
    },
    async defer(id, { dueAt, attempts, lastError }) {
      const later = rows
        .patch({ id })
        .set({ dueAt, attempts, lastError: lastError.slice(0, 500) })
        .composite({ shard: shardOf(id) });
      await transact(table, [update(later.params())]);
    },
    async done(id) {
      await rows.delete({ id }).go({ response: "none" });
    },
  };
}
