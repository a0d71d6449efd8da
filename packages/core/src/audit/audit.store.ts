import { fromCursor } from "../lib/cursor.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Table } from "../lib/table.ts";
import { auditEntity } from "./audit.row.ts";
import * as Audit from "./audit.ts";

/** Reads who did what; entries are written in the transactions of other nouns. */
export interface Audits {
  /** Newest first. */
  about(subjectId: string, page: PageRequest): Promise<Page<Audit.Entry>>;
}

export function dynamoAudits(table: Table): Audits {
  const entries = auditEntity(table);
  return {
    async about(subjectId, { limit, cursor }) {
      const { data, cursor: next } = await fromCursor(
        entries.query.bySubject({ subjectId }).go({ order: "desc", limit, cursor: cursor ?? null }),
      );
      return { items: data.map((entry) => Audit.Entry.parse(entry)), cursor: next ?? undefined };
    },
  };
}
