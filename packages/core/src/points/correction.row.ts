import { Entity } from "electrodb";
import { perTable } from "../lib/per-table.ts";

/** One item for each correction that was asked for, with its activity; the index lists those of a status. */
export const correctionEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "correction", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          correctionId: { type: "string", required: true },
          status: { type: "string", required: true },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: ["correctionId"], template: "correction#${correctionId}" },
          },
          byStatus: {
            index: "gsi1",
            pk: { field: "gsi1pk", composite: ["status"], template: "corrections#${status}" },
            sk: { field: "gsi1sk", composite: ["correctionId"], template: "${correctionId}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);
