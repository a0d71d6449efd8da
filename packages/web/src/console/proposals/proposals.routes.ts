import type { Page, Proposal, ReadProposal } from "../../shared/api/routes.ts";

interface Called {
  name: string;
  employeeNumber: string;
}
export type ProposalAnswer = ReadProposal & { adviser?: Called | undefined };
export interface ListedProposal {
  title: string;
  startsAt: string;
  proposer: Called;
  proposal: Proposal;
}

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /proposals": Page<ListedProposal>;
    "PUT /activities/{id}/proposal": Proposal;
  }
}
