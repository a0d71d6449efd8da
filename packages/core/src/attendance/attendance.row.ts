import { Entity } from "electrodb";
import { perTable } from "../lib/per-table.ts";

/** One item for each member and session of whom something is known. No index: it is always asked for by activity. */
export const attendanceEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "attendance", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          sessionId: { type: "string", required: true },
          memberId: { type: "string", required: true },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: ["sessionId", "memberId"], template: "attendance#${sessionId}#${memberId}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

/** One item for each back entry that was asked for. */
export const backEntryEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "backEntry", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          sessionId: { type: "string", required: true },
          memberId: { type: "string", required: true },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: ["sessionId", "memberId"], template: "backentry#${sessionId}#${memberId}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

/** One item for each member who tried a wrong code in an activity. */
export const triesEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "checkInTries", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          memberId: { type: "string", required: true },
          version: { type: "number", required: true },
          row: { type: "any", required: true },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: ["memberId"], template: "checkintries#${memberId}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);
