import { recent } from "../lib/reading.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { proposalDocuments } from "./proposal.row.ts";
import type * as Proposal from "./proposal.ts";

/** A change of a proposal that moves nothing else. */
export interface Decision extends Caused {
  item: Proposal.Info;
}

/** Proposals. The decision that moves a lifecycle too is `Lifecycles.decideProposal`. */
export interface Proposals {
  find(activityId: string): Promise<Proposal.Info | undefined>;
  /** @throws `proposal.missing` */
  get(activityId: string): Promise<Proposal.Info>;
  /** Those of the given activities that have one. Eventually consistent. */
  getMany(activityIds: readonly string[]): Promise<Proposal.Info[]>;
  /** @throws `proposal.missing`, `store.busy`, whatever `decide` throws */
  change(activityId: string, at: string, decide: (proposal: Proposal.Info) => Decision): Promise<Proposal.Info>;
}

export function dynamoProposals(table: Table): Proposals {
  const rows = proposalDocuments(table);
  return {
    find: (activityId) => rows.find({ activityId }),
    get: (activityId) => rows.get({ activityId }),
    getMany: (activityIds) =>
      rows.getMany(
        activityIds.map((activityId) => ({ activityId })),
        recent,
      ),
    change: (activityId, at, decide) =>
      rows.change({ activityId }, decide, (decision) => causedOps(table, decision, at)),
  };
}
