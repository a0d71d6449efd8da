import { dynamoCampaigns } from "@yigong/core/campaign/campaign.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Manifest } from "../manifest/manifest.ts";

export const campaign = {
  name: "campaign",
  stores: (table: Table) => ({ campaigns: dynamoCampaigns(table) }),
} as const satisfies Manifest;
