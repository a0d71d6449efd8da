import { Entity } from "electrodb";
import { perTable } from "../lib/per-table.ts";

/** One item for each member and session; also found by member, in the order in which sessions end. */
export const participationEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "participation", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          memberId: { type: "string", required: true },
          sessionId: { type: "string", required: true },
          positionId: { type: "string", required: true },
          number: { type: "number", required: true },
          duty: { type: "boolean", required: true },
          consentedAt: { type: "string", required: true },
          signedUpAt: { type: "string", required: true },
          startsAt: { type: "string", required: true },
          endsAt: { type: "string", required: true },
          since: { type: "string", required: true },
          state: { type: ["placed", "waiting", "released", "withdrawn"] as const, required: true },
          by: { type: "string" },
          cause: { type: "string" },
          reason: { type: "string" },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: {
              field: "sk",
              composite: ["memberId", "sessionId"],
              template: "participation#${memberId}#${sessionId}",
            },
          },
          byMember: {
            index: "gsi1",
            pk: { field: "gsi1pk", composite: ["memberId"], template: "member#${memberId}" },
            sk: {
              field: "gsi1sk",
              composite: ["endsAt", "activityId", "sessionId"],
              template: "participation#${endsAt}#${activityId}#${sessionId}",
            },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

/** One item for each position that somebody signed up for. Hot: it is only ever added to. */
export const lineEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "line", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          positionId: { type: "string", required: true },
          drawn: { type: "number" },
          active: { type: "number" },
          voids: { type: "set", items: "number" },
          closedAt: { type: "string" },
          allocatedAt: { type: "string" },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: ["positionId"], template: "line#${positionId}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

/** A part of a duty list: up to 2,000 ids, about 60 KB. */
export const dutyListEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "dutylist", version: "1" },
        attributes: {
          activityId: { type: "string", required: true },
          part: { type: "number", required: true, padding: { length: 3, char: "0" } },
          memberIds: { type: "list", items: { type: "string" }, required: true },
          fixedAt: { type: "string", required: true },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: ["part"], template: "dutylist#${part}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);
