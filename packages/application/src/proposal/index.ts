import type { Table } from "@yigong/core/lib/table.ts";
import { dynamoProposals } from "@yigong/core/proposal/proposal.store.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const proposal = {
  name: "proposal",
  stores: (table: Table) => ({ proposals: dynamoProposals(table) }),
} as const satisfies Manifest;
