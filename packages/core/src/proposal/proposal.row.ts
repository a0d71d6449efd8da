import { Entity } from "electrodb";
import { perTable } from "../lib/per-table.ts";
import { type Op, put, type Table } from "../lib/table.ts";
import type * as Proposal from "./proposal.ts";

export const proposalEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "proposal", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: [], template: "proposal" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

/** The write of a new proposal, in the transaction that creates its activity. */
export const submitOp = (table: Table, row: Proposal.Info): Op =>
  put(proposalEntity(table).create({ activityId: row.activityId, version: row.version, row }).params());
