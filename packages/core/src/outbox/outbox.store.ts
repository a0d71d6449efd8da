import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { type Table, transact } from "../lib/table.ts";
import { LANES, type Lane } from "./lane.ts";
import { effectOps, outboxDocuments, PARTITIONS, shardOf } from "./outbox.row.ts";
import type * as Outbox from "./outbox.ts";

/** Effects on their way out. A row leaves the table when its effect is done. */
export interface OutboxRows {
  get(id: string): Promise<Outbox.Row | undefined>;
  /**
   * Rows of a lane, or of all, that are due at an instant, oldest first, at most `limit` of them. An index tells, which may
   * lag behind: see `stillDue`. What the first releases wrote is in the lane `outward`, whatever its kind.
   */
  due(at: string, limit: number, lane?: Lane): Promise<Outbox.Row[]>;
  /** Rows of a lane after a place in the order of when they are due, at most `limit`; as the index tells. */
  waiting(lane: Lane, after: Place | undefined, limit: number): Promise<Outbox.Row[]>;
  /** Those of the given ids that still wait. */
  getMany(ids: readonly string[]): Promise<Map<string, Outbox.Row>>;
  /** Has an effect due now, and records who wanted that. @returns false when its row is gone */
  hasten(effect: Pick<Outbox.Effect, "id" | "kind">, at: string, audit: readonly Entry[]): Promise<boolean>;
  /** A row as it is now; undefined when it is done, or is due later than at an instant. */
  stillDue(id: string, at: string): Promise<Outbox.Row | undefined>;
  /** The instant of the next row that is due, now or later; undefined when there is none. */
  nextDueAt(): Promise<string | undefined>;
  /** Adds effects that no fact of the domain causes, such as a watchdog's. Writing one twice is one effect. */
  add(effects: readonly Outbox.Effect[], at: string): Promise<void>;
  /** Where a fan-out goes on. A row that is gone stays so. */
  advance(id: string, cursor: string): Promise<void>;
  /** Tries again at `dueAt`. A row that is gone stays so. */
  defer(
    effect: Pick<Outbox.Effect, "id" | "kind">,
    next: { dueAt: string; attempts: number; lastError: string },
  ): Promise<void>;
  done(id: string): Promise<void>;
}

/** Where a row is among others. */
export interface Place {
  dueAt: string;
  id: string;
}

const byPlace = (a: Place, b: Place): number => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : a.id < b.id ? -1 : 1);

const everywhere = LANES.flatMap((lane) => PARTITIONS[lane]);

export function dynamoOutbox(table: Table): OutboxRows {
  const rows = outboxDocuments(table);

  return {
    get: (id) => rows.find({ id }),
    // The sort key goes on with the id: `~` comes after its `#`, so that what is due at the very instant is found.
    async due(at, limit, lane) {
      const range = { lte: { dueAt: `${at}~` } };
      const shards = lane === undefined ? everywhere : PARTITIONS[lane];
      const pages = await Promise.all(shards.map((shard) => rows.list("byDue", { shard }, { limit }, { range })));
      const found = pages.flatMap((page) => page.items).filter((row) => row.dueAt <= at);
      return found.sort(byPlace).slice(0, limit);
    },
    async waiting(lane, after, limit) {
      const listing = after ? { range: { gt: { dueAt: after.dueAt, id: after.id } } } : {};
      const pages = PARTITIONS[lane].map((shard) => rows.list("byDue", { shard }, { limit }, listing));
      return (await Promise.all(pages))
        .flatMap(({ items }) => items)
        .sort(byPlace)
        .slice(0, limit);
    },
    async getMany(ids) {
      const found = await rows.getMany(ids.map((id) => ({ id })));
      return new Map(found.map((row) => [row.id, row]));
    },
    async hasten({ id, kind }, at, audit) {
      const patch = rows.ops.patch({ id }, { dueAt: at, shard: shardOf({ id, kind }) });
      return (await transact(table, [patch, ...auditOps(table, audit)])).ok;
    },
    async stillDue(id, at) {
      const row = await rows.find({ id });
      return row && row.dueAt <= at ? row : undefined;
    },
    async nextDueAt() {
      const pages = await Promise.all(everywhere.map((shard) => rows.list("byDue", { shard }, { limit: 1 })));
      return pages.flatMap((page) => page.items.map((row) => row.dueAt)).sort()[0];
    },
    async add(effects, at) {
      for (const op of effectOps(table, effects, at)) await transact(table, [op]);
    },
    async advance(id, cursor) {
      await transact(table, [rows.ops.patch({ id }, { cursor, attempts: 0 })]);
    },
    async defer({ id, kind }, { dueAt, attempts, lastError }) {
      const shard = shardOf({ id, kind });
      const changes = { dueAt, attempts, shard, lastError: lastError.slice(0, 500) };
      await transact(table, [rows.ops.patch({ id }, changes)]);
    },
    async done(id) {
      await transact(table, [rows.ops.remove({ id })]);
    },
  };
}
