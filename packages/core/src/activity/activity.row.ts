import { documents } from "../lib/documents.ts";
import { activityRefusal } from "./activity.refusals.ts";
import * as Activity from "./activity.ts";

export const ALL = "all";

/** What the organizer described. Its writes go along with those of its lifecycle. */
export const activityDocuments = documents({
  entity: "activity",
  schema: Activity.Info,
  attributes: { activityId: "string", startsAt: "string", all: "string", version: "number" },
  key: { pk: "activity#${activityId}", sk: "detail" },
  indexes: { byStart: { on: "gsi1", pk: "activities#${all}", sk: "${startsAt}#${activityId}" } },
  itemOf: (activity) => ({
    activityId: activity.id,
    startsAt: Activity.startOf(activity),
    all: ALL,
    version: activity.version,
  }),
  missing: () => activityRefusal("activity.missing"),
});
