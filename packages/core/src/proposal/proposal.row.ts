import { documents } from "../lib/documents.ts";
import { Refusal } from "../lib/error.ts";
import * as Proposal from "./proposal.ts";

/** The proposal of an activity that needs one. */
export const proposalDocuments = documents({
  entity: "proposal",
  schema: Proposal.Info,
  attributes: { activityId: "string", version: "number" },
  key: { pk: "activity#${activityId}", sk: "proposal" },
  itemOf: ({ activityId, version }) => ({ activityId, version }),
  missing: ({ activityId }) => new Refusal("missing", "proposal.missing", `Activity ${activityId} has no proposal.`),
});
