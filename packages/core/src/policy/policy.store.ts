import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Table } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { policyRefusal } from "./policy.refusals.ts";
import * as TrainingPolicy from "./policy.ts";

const ALL = "all";

/** What a change of a policy writes together. */
export interface Decision extends Caused {
  item: TrainingPolicy.Info;
}

/** Knows the training policies, a few for a company. */
export interface Policies {
  /** @throws `policy.missing` */
  get(policyId: string): Promise<TrainingPolicy.Info>;
  /** Those that are there, in no order. */
  getMany(policyIds: readonly string[]): Promise<TrainingPolicy.Info[]>;
  /** Adds a policy; one whose id is there already is handed back as it is. */
  begin(policy: TrainingPolicy.Info, caused: Caused): Promise<TrainingPolicy.Info>;
  /** @throws `policy.missing`, `store.busy`, whatever `decide` throws */
  change(policyId: string, at: string, decide: (policy: TrainingPolicy.Info) => Decision): Promise<TrainingPolicy.Info>;
  /** The oldest first. */
  list(page: PageRequest): Promise<Page<TrainingPolicy.Info>>;
}

export const policyDocuments = documents({
  entity: "policy",
  schema: TrainingPolicy.Info,
  attributes: { policyId: "string", all: "string", version: "number" },
  key: { pk: "policy#${policyId}", sk: "detail" },
  indexes: { every: { on: "gsi1", pk: "policies#${all}", sk: "${policyId}" } },
  itemOf: ({ id: policyId, version }) => ({ policyId, all: ALL, version }),
  missing: () => policyRefusal("policy.missing"),
});

export function dynamoPolicies(table: Table): Policies {
  const rows = policyDocuments(table);
  return {
    get: (policyId) => rows.get({ policyId }),
    getMany: (ids) => rows.getMany(ids.map((policyId) => ({ policyId }))),
    begin: (policy, caused) => rows.add(policy, causedOps(table, caused, policy.createdAt)),
    change: (policyId, at, decide) => rows.change({ policyId }, decide, (decision) => causedOps(table, decision, at)),
    list: (page) => rows.list("every", { all: ALL }, page),
  };
}
