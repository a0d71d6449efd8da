import { documents } from "../lib/documents.ts";
import type { Op, Table } from "../lib/table.ts";
import { Entry } from "./audit.ts";

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
  },
  key: { pk: "audit#${subjectId}", sk: "${at}#${id}" },
  body: "none",
  itemOf: (entry) => entry,
});

/** The writes that keep audit entries in the transaction of what they tell of. */
export const auditOps = (table: Table, entries: readonly Entry[]): Op[] =>
  entries.map((entry) => auditDocuments(table).ops.put(entry));
