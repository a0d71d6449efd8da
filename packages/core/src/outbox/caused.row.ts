import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import type { Op, Table } from "../lib/table.ts";
import { effectOps } from "./outbox.row.ts";
import type { Effect } from "./outbox.ts";

/** What a decision causes besides the document it changes. */
export interface Caused {
  effects?: readonly Effect[];
  audit?: readonly Entry[];
}

/** The writes of what a decision causes, for the decision's own transaction. @param at - when it was made, ISO-8601 UTC */
export const causedOps = (table: Table, { effects = [], audit = [] }: Caused, at: string): Op[] => [
  ...effectOps(table, effects, at),
  ...auditOps(table, audit),
];
