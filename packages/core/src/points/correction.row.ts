import { documents } from "../lib/documents.ts";
import * as Correction from "./correction.ts";
import { pointsRefusal } from "./points.refusals.ts";

/** One item for each correction that was asked for, with its activity; the index lists those of a status. */
export const correctionDocuments = documents({
  entity: "correction",
  schema: Correction.Info,
  attributes: { activityId: "string", correctionId: "string", status: "string", version: "number" },
  key: { pk: "activity#${activityId}", sk: "correction#${correctionId}" },
  indexes: { byStatus: { on: "gsi1", pk: "corrections#${status}", sk: "${correctionId}" } },
  itemOf: ({ activityId, id: correctionId, status, version }) => ({ activityId, correctionId, status, version }),
  missing: () => pointsRefusal("correction.missing"),
});
