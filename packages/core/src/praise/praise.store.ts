import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Table } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { praiseRefusal } from "./praise.refusals.ts";
import * as Praise from "./praise.ts";

/** Knows the praise from outside of each year. */
export interface Praises {
  /** @throws `praise.missing` */
  get(year: number, praiseId: string): Promise<Praise.Info>;
  /** Adds praise, and tells of it; one whose id is there already is handed back as it is, and nobody is told again. */
  record(praise: Praise.Info, effects?: readonly Effect[]): Promise<Praise.Info>;
  /** Saves if the status is unmoved. @throws `praise.missing`, `store.busy`, whatever `decide` throws */
  change(year: number, praiseId: string, decide: (praise: Praise.Info) => Praise.Info): Promise<Praise.Info>;
  /** The praise of a year, the latest day first, voided ones included. */
  ofYear(year: number, page: PageRequest): Promise<Page<Praise.Info>>;
  /** All that one person, team or activity received, the latest first, voided ones included. */
  of(receiverId: string): Promise<Praise.Info[]>;
}

export const praiseDocuments = documents({
  entity: "praise",
  schema: Praise.Info,
  attributes: { year: "number", praiseId: "string", receiverId: "string", date: "string", status: "string" },
  key: { pk: "praise#${year}", sk: "${praiseId}" },
  indexes: {
    byReceiver: { on: "gsi1", pk: "praise#${receiverId}", sk: "${date}#${praiseId}" },
    byDate: { on: "gsi2", pk: "praise#${year}", sk: "${date}#${praiseId}" },
  },
  guard: "status",
  itemOf: (praise) => ({
    year: Praise.yearOf(praise),
    praiseId: praise.id,
    receiverId: Praise.idOfTo(praise.to),
    date: praise.date,
    status: praise.status,
  }),
  missing: ({ year }) => praiseRefusal("praise.missing", { year }),
});

export function dynamoPraises(table: Table): Praises {
  const rows = praiseDocuments(table);
  return {
    get: (year, praiseId) => rows.get({ year, praiseId }),
    record: (praise, effects = []) => rows.add(praise, effectOps(table, effects, praise.recordedAt)),
    change: (year, praiseId, decide) => rows.revise({ year, praiseId }, decide),
    ofYear: (year, page) => rows.list("byDate", { year }, page, { order: "desc" }),
    of: (receiverId) => rows.all("byReceiver", { receiverId }, { order: "desc" }),
  };
}
