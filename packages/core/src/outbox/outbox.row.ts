import * as z from "zod";
import { correlation } from "../lib/correlation.ts";
import { documents } from "../lib/documents.ts";
import type { Op, Table } from "../lib/table.ts";
import { type Lane, laneOf } from "./lane.ts";
import { Effect } from "./outbox.ts";

/** Messages spread over this many index partitions, so that none is hot; the first releases had all kinds there. */
const SHARDS = 4;

const numbered = Array.from({ length: SHARDS }, (_, shard) => String(shard));

/** The index partitions in which a lane's rows are: few start and nudge, and thousands are told. */
export const PARTITIONS: Record<Lane, readonly string[]> = {
  engine: ["engine"],
  work: ["work"],
  urgent: ["urgent"],
  outward: numbered,
};

/** Which index partition a row is in. */
export const shardOf = ({ id, kind }: Pick<Effect, "id" | "kind">): string => {
  const partitions = PARTITIONS[laneOf(kind)];
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  return partitions[sum % partitions.length] ?? "0";
};

const Stored = z.object({
  id: z.string(),
  shard: z.string(),
  dueAt: z.string(),
  effect: Effect,
  attempts: z.int(),
  createdAt: z.string(),
  cursor: z.string().exactOptional(),
  lastError: z.string().exactOptional(),
  correlation: z.string().exactOptional(),
});

/** Effects on their way out, found by when they are due: the row says when, which a retry puts off. */
export const outboxDocuments = documents({
  entity: "outbox",
  schema: Stored,
  attributes: {
    id: "string",
    shard: "string",
    dueAt: "string",
    effect: "json",
    attempts: "number",
    createdAt: "string",
    cursor: "string?",
    lastError: "string?",
    correlation: "string?",
  },
  key: { pk: "outbox#${id}", sk: "row" },
  indexes: { byDue: { on: "gsi1", pk: "outbox#${shard}", sk: "${dueAt}#${id}" } },
  body: "none",
  itemOf: (row) => row,
});

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
    return outboxDocuments(table).ops.put({ id, shard: shardOf(effect), dueAt, effect, ...common });
  });
};
