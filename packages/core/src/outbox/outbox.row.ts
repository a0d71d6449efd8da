import { Entity } from "electrodb";
import { correlation } from "../lib/correlation.ts";
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
          correlation: { type: "string" },
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
 * They carry no condition: the fact's own condition is what keeps an effect from being caused twice. Each keeps the
 * correlation in force, so that what comes of it can be traced to the request or job that caused it.
 * @param at - when the cause happened, ISO-8601 UTC
 */
export const effectOps = (table: Table, effects: readonly Effect[], at: string): Op[] => {
  const cause = correlation();
  const common = { attempts: 0, createdAt: at, ...(cause === undefined ? {} : { correlation: cause }) };
  return effects.map((effect) => {
    const { id, dueAt } = effect;
    return put(
      outboxEntity(table)
        .put({ id, shard: shardOf(id), dueAt, effect, ...common })
        .params(),
    );
  });
};
