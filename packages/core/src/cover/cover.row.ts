import { Entity } from "electrodb";
import { perTable } from "../lib/per-table.ts";

/** ElectroDB wants every part of an index's key, even for items that are not in it. */
export const NOBODY = "nobody";

/** One item for each need; also found by whom it is offered to or held by, in the order of the shifts. */
export const needEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "need", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          needId: { type: "string", required: true },
          version: { type: "number", required: true },
          /** Who is asked or agreed; `NOBODY` keeps the item out of the index. */
          memberId: { type: "string", required: true },
          from: { type: "string", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: ["needId"], template: "need#${needId}" },
          },
          // Only needs that somebody is asked for or holds are in this index.
          byMember: {
            index: "gsi1",
            condition: ({ memberId }: { memberId?: string }) => memberId !== NOBODY,
            pk: { field: "gsi1pk", composite: ["memberId"], template: "covers#${memberId}" },
            sk: { field: "gsi1sk", composite: ["from", "needId"], template: "${from}#${needId}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

/** One item for each member who ever agreed to a cover. */
export const calendarEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "coverCalendar", version: "1" },
        attributes: {
          memberId: { type: "string", required: true },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byMember: {
            pk: { field: "pk", composite: ["memberId"], template: "member#${memberId}" },
            sk: { field: "sk", composite: [], template: "covercalendar" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);
