import { Entity } from "electrodb";
import * as z from "zod";
import { documents } from "../lib/documents.ts";
import { perTable } from "../lib/per-table.ts";
import type { Table } from "../lib/table.ts";
import * as Participation from "./participation.ts";

const attributes = {
  activityId: "string",
  memberId: "string",
  sessionId: "string",
  positionId: "string",
  number: "number",
  duty: "boolean",
  consentedAt: "string",
  signedUpAt: "string",
  startsAt: "string",
  endsAt: "string",
  since: "string",
  state: "string",
  by: "string?",
  cause: "string?",
  reason: "string?",
  walkInBy: "string?",
  displacedAt: "string?",
  entered: "json?",
  passedAt: "string?",
  expiresAt: "string?",
  cannot: "json?",
  said: "json?",
} as const;

/** One item for each member and session; also found by member, in the order in which sessions end. */
export const participationDocuments = documents({
  entity: "participation",
  schema: Participation.Info,
  attributes,
  key: { pk: "activity#${activityId}", sk: "participation#${memberId}#${sessionId}" },
  indexes: {
    byMember: { on: "gsi1", pk: "member#${memberId}", sk: "participation#${endsAt}#${activityId}#${sessionId}" },
  },
  body: "none",
  itemOf: (participation) => participation,
});

/** The same for training classes, under keys of their own: `activityId` is the class's id. */
export const enrolmentDocuments = documents({
  entity: "enrolment",
  schema: Participation.Info,
  attributes,
  key: { pk: "class#${activityId}", sk: "enrolment#${memberId}#${sessionId}" },
  indexes: {
    byMember: { on: "gsi1", pk: "member#${memberId}", sk: "enrolment#${endsAt}#${activityId}#${sessionId}" },
  },
  body: "none",
  itemOf: (enrolment) => enrolment,
});

/** A table whose sign-ups are for classes: all that works on places works on enrolments by it. */
export interface ClassTable extends Table {
  places: "class";
}
export const ofClasses = perTable((table): ClassTable => ({ ...table, places: "class" }));
/** Whether places are those of classes. */
export const isOfClasses = (table: Table | ClassTable): boolean => "places" in table;

/** One item for each position that somebody signed up for. Hot: it is only ever added to. */
export const lineEntity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: isOfClasses(table) ? "classline" : "line", version: "1" },
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
            pk: {
              field: "pk",
              composite: ["activityId"],
              template: `${isOfClasses(table) ? "class" : "activity"}#\${activityId}`,
            },
            sk: { field: "sk", composite: ["positionId"], template: "line#${positionId}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

/** A part of a duty list: up to 2,000 ids, about 60 KB. */
export const dutyListDocuments = documents({
  entity: "dutylist",
  schema: z.object({ activityId: z.string(), part: z.int(), memberIds: z.array(z.string()), fixedAt: z.string() }),
  attributes: { activityId: "string", part: { digits: 3 }, memberIds: "json", fixedAt: "string" },
  key: { pk: "activity#${activityId}", sk: "dutylist#${part}" },
  body: "none",
  itemOf: (part) => part,
});
