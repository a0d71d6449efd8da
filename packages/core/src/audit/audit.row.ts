import { Entity } from "electrodb";
import { perTable } from "../lib/per-table.ts";
import { type Op, put, type Table } from "../lib/table.ts";
import type { Entry } from "./audit.ts";

export const auditEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "audit", version: "1" },
        attributes: {
          subjectId: { type: "string", required: true },
          id: { type: "string", required: true },
          at: { type: "string", required: true },
          action: { type: "string", required: true },
          actorId: { type: "string", required: true },
          role: { type: "string" },
          deputyFor: { type: "string" },
          reason: { type: "string" },
          detail: { type: "any" },
        },
        indexes: {
          bySubject: {
            pk: { field: "pk", composite: ["subjectId"], template: "audit#${subjectId}" },
            sk: { field: "sk", composite: ["at", "id"], template: "${at}#${id}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

/** ElectroDB's types know no optional field that is undefined. */
const itemOf = (entry: Entry) =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as Stored;
type Stored = Parameters<ReturnType<typeof auditEntity>["put"]>[0] & object;

/** The writes that keep audit entries in the transaction of what they tell of. */
export const auditOps = (table: Table, entries: readonly Entry[]): Op[] =>
  entries.map((entry) => put(auditEntity(table).put(itemOf(entry)).params()));
