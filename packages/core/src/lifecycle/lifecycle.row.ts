import { activityRefusal } from "../activity/activity.refusals.ts";
import { documents } from "../lib/documents.ts";
import type { Op, Table } from "../lib/table.ts";
import * as Lifecycle from "./lifecycle.ts";

/** The one lifecycle of an activity; other nouns' transactions begin and move it. */
export const lifecycleDocuments = documents({
  entity: "lifecycle",
  schema: Lifecycle.Info,
  attributes: { activityId: "string", version: "number" },
  key: { pk: "activity#${activityId}", sk: "lifecycle" },
  itemOf: ({ activityId, version }) => ({ activityId, version }),
  missing: () => activityRefusal("activity.missing"),
});

/** The write of a new lifecycle, in the transaction that creates its activity. */
export const beginOp = (table: Table, lifecycle: Lifecycle.Info): Op => lifecycleDocuments(table).ops.create(lifecycle);
