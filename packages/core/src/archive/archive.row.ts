import { Entity } from "electrodb";
import { perTable } from "../lib/per-table.ts";
import { type Op, put, type Table } from "../lib/table.ts";
import type * as Archive from "./archive.ts";

const service = "yigong";
const activity = { field: "pk", composite: ["activityId"], template: "activity#${activityId}" } as const;

export const archiveEntity = perTable(
  ({ client, alliance }) =>
    new Entity(
      {
        model: { service, entity: "archive", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: { byActivity: { pk: activity, sk: { field: "sk", composite: [], template: "archive" } } },
      },
      { client, table: alliance },
    ),
);

export const materialEntity = perTable(
  ({ client, alliance }) =>
    new Entity(
      {
        model: { service, entity: "material", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          materialId: { type: "string", required: true },
          status: { type: "string", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byActivity: {
            pk: activity,
            sk: { field: "sk", composite: ["materialId"], template: "material#${materialId}" },
          },
        },
      },
      { client, table: alliance },
    ),
);

export const diaryEntity = perTable(
  ({ client, alliance }) =>
    new Entity(
      {
        model: { service, entity: "diary", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          authorId: { type: "string", required: true },
          diaryId: { type: "string", required: true },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byActivity: {
            pk: activity,
            sk: { field: "sk", composite: ["authorId", "diaryId"], template: "diary#${authorId}#${diaryId}" },
          },
        },
      },
      { client, table: alliance },
    ),
);

export const entryEntity = perTable(
  ({ client, alliance }) =>
    new Entity(
      {
        model: { service, entity: "registerEntry", version: "1" },
        attributes: {
          owner: { type: "string", required: true },
          year: { type: "number", required: true },
          number: { type: "number", required: true, padding: { length: 6, char: "0" } },
          row: { type: "any", required: true },
        },
        indexes: {
          byOwner: {
            pk: { field: "pk", composite: ["owner"], template: "register#${owner}" },
            sk: { field: "sk", composite: ["year", "number"], template: "${year}#${number}" },
          },
        },
      },
      { client, table: alliance },
    ),
);

/** Saves an archive one version on, if nobody saved since `before` was read. */
export function saveArchiveOp(table: Table, before: Archive.Info, after: Archive.Info): Op {
  const { activityId } = after;
  const version = before.version + 1;
  const row = { activityId, version, row: { ...after, version } };
  const rows = archiveEntity(table);
  if (before.version === 0) return put(rows.create(row).params());
  return put(
    rows
      .put(row)
      .where((kept, { eq }) => eq(kept.version, before.version))
      .params(),
  );
}
