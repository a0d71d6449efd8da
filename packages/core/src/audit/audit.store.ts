import type { Page, PageRequest } from "../lib/page.ts";
import { recent } from "../lib/reading.ts";
import type { Table } from "../lib/table.ts";
import { auditDocuments } from "./audit.row.ts";
import type * as Audit from "./audit.ts";

/** Reads who did what; entries are written in the transactions of other nouns. */
export interface Audits {
  /** Newest first. */
  about(subjectId: string, page: PageRequest): Promise<Page<Audit.Entry>>;
}

export const dynamoAudits = (table: Table): Audits => ({
  about: (subjectId, page) => auditDocuments(table).list("key", { subjectId }, page, { order: "desc", ...recent }),
});
