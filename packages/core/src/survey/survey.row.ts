import { Entity } from "electrodb";
import { perTable } from "../lib/per-table.ts";
import type { Table } from "../lib/table.ts";

const placed = (table: Table) => ({ client: table.client, table: table.alliance });
const model = (entity: string) => ({ service: "yigong", entity, version: "1" }) as const;
const byActivity = { field: "pk", composite: ["activityId"], template: "activity#${activityId}" } as const;
const text = { type: "string", required: true } as const;
const count = { type: "number", required: true } as const;
const any = { type: "any", required: true } as const;

/** The one survey of an activity. */
export const surveyEntity = perTable(
  (table) =>
    new Entity(
      {
        model: model("survey"),
        attributes: { activityId: text, version: count, row: any },
        indexes: { byActivity: { pk: byActivity, sk: { field: "sk", composite: [], template: "survey" } } },
      },
      placed(table),
    ),
);

/** A hundred served clients. Their ids follow from where they stand, so that they cost no room. */
export const servedEntity = perTable(
  (table) =>
    new Entity(
      {
        model: model("served"),
        attributes: { activityId: text, chunk: text, clients: any, version: count },
        indexes: {
          byActivity: { pk: byActivity, sk: { field: "sk", composite: ["chunk"], template: "served#${chunk}" } },
        },
      },
      placed(table),
    ),
);

/** How far the sending to a hundred clients came. */
export const dispatchEntity = perTable(
  (table) =>
    new Entity(
      {
        model: model("dispatch"),
        attributes: { activityId: text, chunk: text, issue: count, issued: count, unreached: any },
        indexes: {
          byActivity: { pk: byActivity, sk: { field: "sk", composite: ["chunk"], template: "dispatch#${chunk}" } },
        },
      },
      placed(table),
    ),
);

/** Behind which activity's survey the links with a door lead. */
export const doorEntity = perTable(
  (table) =>
    new Entity(
      {
        model: model("surveydoor"),
        attributes: { door: text, activityId: text, title: { type: "string" } },
        indexes: {
          byDoor: {
            pk: { field: "pk", composite: ["door"], template: "surveydoor#${door}" },
            sk: { field: "sk", composite: [], template: "row" },
          },
        },
      },
      placed(table),
    ),
);

/** A link that has a row; read only, see `Rowed` in link.ts. */
export const linkEntity = perTable(
  (table) =>
    new Entity(
      {
        model: model("surveylink"),
        attributes: {
          hash: text,
          activityId: text,
          clientId: text,
          issue: count,
          expiresAt: text,
          state: { type: ["issued", "answered"] as const, required: true },
          submission: { type: "string" },
        },
        indexes: {
          byHash: {
            pk: { field: "pk", composite: ["hash"], template: "surveylink#${hash}" },
            sk: { field: "sk", composite: [], template: "row" },
          },
        },
      },
      placed(table),
    ),
);

/** One answer of one client, whoever that is; by a link with the form that it came by. */
export const answerEntity = perTable(
  (table) =>
    new Entity(
      {
        model: model("answer"),
        attributes: { activityId: text, answerKey: text, row: any, submission: { type: "string" } },
        indexes: {
          byActivity: {
            pk: byActivity,
            sk: { field: "sk", composite: ["answerKey"], template: "answer#${answerKey}" },
          },
        },
      },
      placed(table),
    ),
);

/** One volunteer's happiness, whoever that is. */
export const happinessEntity = perTable(
  (table) =>
    new Entity(
      {
        model: model("happiness"),
        attributes: { activityId: text, happinessKey: text, row: any },
        indexes: {
          byActivity: {
            pk: byActivity,
            sk: { field: "sk", composite: ["happinessKey"], template: "happiness#${happinessKey}" },
          },
        },
      },
      placed(table),
    ),
);
