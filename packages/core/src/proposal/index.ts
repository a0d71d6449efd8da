export * as Proposal from "./proposal.ts";
