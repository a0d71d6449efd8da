import { documents, type Item } from "../lib/documents.ts";
import { expenseRefusal } from "./expense.refusals.ts";
import * as Expense from "./expense.ts";

/** The money of an activity, one row: each expense is a write under its version, so that the sum never passes the grant. */
export const expenseDocuments = documents({
  entity: "spending",
  schema: Expense.Info,
  attributes: { activityId: "string", state: "string", version: "number" },
  key: { pk: "activity#${activityId}", sk: "spending" },
  indexes: {
    // Only what waits for a second person is looked for over all activities.
    byState: {
      on: "gsi1",
      when: ({ state }: Item) => state === "handedIn",
      pk: "spending#${state}",
      sk: "${activityId}",
    },
  },
  itemOf: ({ activityId, state, version }) => ({ activityId, state, version }),
  missing: () => expenseRefusal("expense.missing"),
});
