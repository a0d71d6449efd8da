import { auditOps } from "../audit/audit.row.ts";
import type { Entry } from "../audit/audit.ts";
import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import type { Table } from "../lib/table.ts";
import { campaignRefusal } from "./campaign.refusals.ts";
import * as Campaign from "./campaign.ts";

const ALL = "all";

/** Knows the campaigns. */
export interface Campaigns {
  /** @throws `campaign.missing` */
  get(campaignId: string): Promise<Campaign.Info>;
  find(campaignId: string): Promise<Campaign.Info | undefined>;
  /** Adds a campaign; one whose id is there already is handed back as it is. */
  begin(campaign: Campaign.Info, audit: readonly Entry[]): Promise<Campaign.Info>;
  /** Saves if the version is unmoved; no change, no write. @throws `campaign.missing`, `store.busy`, whatever `decide` throws */
  change(
    campaignId: string,
    decide: (campaign: Campaign.Info) => { item: Campaign.Info; audit: readonly Entry[] },
  ): Promise<Campaign.Info>;
  /** The latest first. */
  list(page: PageRequest): Promise<Page<Campaign.Info>>;
}

export const campaignDocuments = documents({
  entity: "campaign",
  schema: Campaign.Info,
  attributes: { campaignId: "string", from: "string", all: "string", version: "number" },
  key: { pk: "campaign#${campaignId}", sk: "detail" },
  indexes: { byFrom: { on: "gsi1", pk: "campaigns#${all}", sk: "${from}#${campaignId}" } },
  itemOf: ({ id: campaignId, from, version }) => ({ campaignId, from, all: ALL, version }),
  missing: () => campaignRefusal("campaign.missing"),
});

export function dynamoCampaigns(table: Table): Campaigns {
  const rows = campaignDocuments(table);
  return {
    get: (campaignId) => rows.get({ campaignId }),
    find: (campaignId) => rows.find({ campaignId }),
    begin: (campaign, audit) => rows.add(campaign, auditOps(table, audit)),
    async change(campaignId, decide) {
      await rows.change({ campaignId }, decide, ({ audit }) => auditOps(table, audit));
      return rows.get({ campaignId });
    },
    list: (page) => rows.list("byFrom", { all: ALL }, page, { order: "desc" }),
  };
}
