import { Entity } from "electrodb";
import { perTable } from "../lib/per-table.ts";
import { type Op, put, type Table } from "../lib/table.ts";
import type * as Lifecycle from "./lifecycle.ts";

export const lifecycleEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "lifecycle", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: [], template: "lifecycle" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

/** The write of a new lifecycle, in the transaction that creates its activity. */
export const beginOp = (table: Table, row: Lifecycle.Info): Op =>
  put(lifecycleEntity(table).create({ activityId: row.activityId, version: row.version, row }).params());

/** The write of a changed lifecycle, if nobody moved it since `before`. */
export const saveOp = (table: Table, before: Lifecycle.Info, after: Lifecycle.Info): Op =>
  put(
    lifecycleEntity(table)
      .put({
        activityId: after.activityId,
        version: before.version + 1,
        row: { ...after, version: before.version + 1 },
      })
      .where(({ version }, { eq }) => eq(version, before.version))
      .params(),
  );
