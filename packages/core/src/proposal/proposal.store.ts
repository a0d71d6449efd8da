import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { changeItem } from "../lib/change.ts";
import { Refusal } from "../lib/error.ts";
import { put, type Table, transact } from "../lib/table.ts";
import { saveOp } from "../lifecycle/lifecycle.row.ts";
import type { Info as Lifecycle } from "../lifecycle/lifecycle.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { proposalEntity } from "./proposal.row.ts";
import * as Proposal from "./proposal.ts";

/** A decision on a proposal, with the stage it may end. */
export interface Decision {
  item: Proposal.Info;
  lifecycle?: { before: Lifecycle; after: Lifecycle } | undefined;
  effects?: readonly Effect[];
  audit?: readonly Entry[];
}

export interface Proposals {
  /** @throws `proposal.missing` */
  get(activityId: string): Promise<Proposal.Info>;
  /** Saves the proposal and the lifecycle it moves in one transaction. @throws `proposal.missing`, `proposal.busy`, whatever `decide` throws */
  change(
    activityId: string,
    at: string,
    decide: (proposal: Proposal.Info, lifecycle: Lifecycle) => Decision,
  ): Promise<Proposal.Info>;
}

export function dynamoProposals(table: Table, lifecycles: { get(activityId: string): Promise<Lifecycle> }): Proposals {
  const rows = proposalEntity(table);

  const get = async (activityId: string) => {
    const { data } = await rows.get({ activityId }).go({ consistent: true });
    if (!data) throw new Refusal("missing", "proposal.missing", `Activity ${activityId} has no proposal.`);
    return Proposal.Info.parse(data.row);
  };

  const save = async (at: string, before: Proposal.Info, { item, lifecycle, effects = [], audit = [] }: Decision) => {
    const version = before.version + 1;
    const own = rows
      .put({ activityId: item.activityId, version, row: { ...item, version } })
      .where((row, { eq }) => eq(row.version, before.version))
      .params();
    const moved = lifecycle ? [saveOp(table, lifecycle.before, lifecycle.after)] : [];
    return (await transact(table, [put(own), ...moved, ...effectOps(table, effects, at), ...auditOps(table, audit)]))
      .ok;
  };

  return {
    get,
    async change(activityId, at, decide) {
      const load = async () => ({ proposal: await get(activityId), lifecycle: await lifecycles.get(activityId) });
      type Both = Awaited<ReturnType<typeof load>>;
      const { proposal } = await changeItem<Both, { item: Both; decision: Decision }>({
        load,
        decide: ({ proposal, lifecycle }) => {
          const decision = decide(proposal, lifecycle);
          return { item: { proposal: decision.item, lifecycle: decision.lifecycle?.after ?? lifecycle }, decision };
        },
        save: (before, { decision }) => save(at, before.proposal, decision),
        busy: "proposal.busy",
      });
      return proposal;
    },
  };
}
