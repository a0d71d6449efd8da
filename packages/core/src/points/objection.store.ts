import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import * as Objection from "./objection.ts";
import { pointsRefusal } from "./points.refusals.ts";

/** Objections to points. */
export interface Objections {
  /** Adds an objection; one whose id is there already is handed back as it is. */
  raise(objection: Objection.Info, at: string, caused: Required<Caused>): Promise<Objection.Info>;
  /** @throws `objection.missing` */
  get(objectionId: string): Promise<Objection.Info>;
  /** As they were raised. */
  byStatus(status: Objection.Info["status"], page: PageRequest): Promise<Page<Objection.Info>>;
  /** Those of one member, the latest first. */
  ofMember(memberId: string, page: PageRequest): Promise<Page<Objection.Info>>;
  /** @throws `objection.missing`, `store.busy`, whatever `decide` throws */
  change(
    objectionId: string,
    at: string,
    decide: (objection: Objection.Info) => { item: Objection.Info } & Required<Caused>,
  ): Promise<Objection.Info>;
}

export const objectionDocuments = documents({
  entity: "objection",
  schema: Objection.Info,
  attributes: { objectionId: "string", memberId: "string", status: "string", version: "number" },
  key: { pk: "objection#${objectionId}", sk: "row" },
  indexes: {
    byStatus: { on: "gsi1", pk: "objections#${status}", sk: "${objectionId}" },
    byMember: { on: "gsi2", pk: "objections#${memberId}", sk: "${objectionId}" },
  },
  itemOf: ({ id: objectionId, memberId, status, version }) => ({ objectionId, memberId, status, version }),
  missing: () => pointsRefusal("objection.missing"),
});

export function dynamoObjections(table: Table): Objections {
  const rows = objectionDocuments(table);
  return {
    get: (objectionId) => rows.get({ objectionId }),
    raise: (objection, at, caused) => rows.add(objection, causedOps(table, caused, at)),
    byStatus: (status, page) => rows.list("byStatus", { status }, page),
    ofMember: (memberId, page) => rows.list("byMember", { memberId }, page, { order: "desc" }),
    change: (objectionId, at, decide) =>
      rows.change({ objectionId }, decide, (decision) => causedOps(table, decision, at)),
  };
}
