import { documents } from "../lib/documents.ts";
import { Refusal } from "../lib/error.ts";
import * as Correction from "./correction.ts";

/** One item for each correction that was asked for, with its activity; the index lists those of a status. */
export const correctionDocuments = documents({
  entity: "correction",
  schema: Correction.Info,
  attributes: { activityId: "string", correctionId: "string", status: "string", version: "number" },
  key: { pk: "activity#${activityId}", sk: "correction#${correctionId}" },
  indexes: { byStatus: { on: "gsi1", pk: "corrections#${status}", sk: "${correctionId}" } },
  itemOf: ({ activityId, id: correctionId, status, version }) => ({ activityId, correctionId, status, version }),
  missing: ({ correctionId }) =>
    new Refusal("missing", "correction.missing", `There is no correction ${correctionId}.`),
});
