import { documents } from "../lib/documents.ts";
import type { Op, Table } from "../lib/table.ts";
import { Entry } from "./audit.ts";

/** The entries of a rush, one with each sign-up, are spread over so many index partitions. */
export const SHARDS = ["0", "1", "2", "3"] as const;

const shardOf = ({ id }: Entry): string => SHARDS[(id.codePointAt(id.length - 1) ?? 0) % SHARDS.length] ?? "0";

/** Entries with the subject they are about, by time. They are only added. */
export const auditDocuments = documents({
  entity: "audit",
  schema: Entry,
  attributes: {
    subjectId: "string",
    id: "string",
    at: "string",
    action: "string",
    actorId: "string",
    role: "string?",
    deputyFor: "string?",
    reason: "string?",
    detail: "json?",
    shard: "string?",
  },
  key: { pk: "audit#${subjectId}", sk: "${at}#${id}" },
  // Entries of the first releases are in no shard: they are found by their subject.
  indexes: { byTime: { on: "gsi1", pk: "audits#${shard}", sk: "${at}#${id}" } },
  body: "none",
  itemOf: (entry) => ({ ...entry, shard: shardOf(entry) }),
});

/** The writes that keep audit entries in the transaction of what they tell of. */
export const auditOps = (table: Table, entries: readonly Entry[]): Op[] =>
  entries.map((entry) => auditDocuments(table).ops.put(entry));
