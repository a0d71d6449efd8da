import { Entity } from "electrodb";
import { perTable } from "../lib/per-table.ts";
import { type Op, put, type Table } from "../lib/table.ts";
import type { Effect } from "./outbox.ts";

/** Rows spread over this many index partitions, so that none is hot. */
export const SHARDS = 4;

/** Which index partition a row is in. */
export const shardOf = (id: string): string => {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  return String(sum % SHARDS);
};

export const outboxEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "outbox", version: "1" },
        attributes: {
          id: { type: "string", required: true },
          shard: { type: "string", required: true },
          dueAt: { type: "string", required: true },
          effect: { type: "any", required: true },
          attempts: { type: "number", required: true },
          createdAt: { type: "string", required: true },
          cursor: { type: "string" },
          lastError: { type: "string" },
        },
        indexes: {
          byId: {
            pk: { field: "pk", composite: ["id"], template: "outbox#${id}" },
            sk: { field: "sk", composite: [], template: "row" },
          },
          byDue: {
            index: "gsi1",
            pk: { field: "gsi1pk", composite: ["shard"], template: "outbox#${shard}" },
            sk: { field: "gsi1sk", composite: ["dueAt", "id"], template: "${dueAt}#${id}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

/**
 * The writes that put effects into the transaction of the fact that causes them.
 *
 * They carry no condition: the fact's own condition is what keeps an effect from being caused twice.
 * @param at - when the cause happened, ISO-8601 UTC
 */
export const effectOps = (table: Table, effects: readonly Effect[], at: string): Op[] =>
  effects.map((effect) => {
    const row = { id: effect.id, shard: shardOf(effect.id), dueAt: effect.dueAt, effect, attempts: 0, createdAt: at };
    return put(outboxEntity(table).put(row).params());
  });
