import { documents } from "../lib/documents.ts";
import { proposalRefusal } from "./proposal.refusals.ts";
import * as Proposal from "./proposal.ts";

/** The proposal of an activity that needs one. */
export const proposalDocuments = documents({
  entity: "proposal",
  schema: Proposal.Info,
  attributes: { activityId: "string", version: "number" },
  key: { pk: "activity#${activityId}", sk: "proposal" },
  itemOf: ({ activityId, version }) => ({ activityId, version }),
  missing: () => proposalRefusal("proposal.missing"),
});
