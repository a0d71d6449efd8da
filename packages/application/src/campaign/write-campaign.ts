import { entryOf } from "@yigong/core/audit/audit.ts";
import { campaignRefusal } from "@yigong/core/campaign/campaign.refusals.ts";
import type { Campaigns } from "@yigong/core/campaign/campaign.store.ts";
import * as Campaign from "@yigong/core/campaign/campaign.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { By } from "@yigong/core/permission/actor.ts";
import type { Books } from "../search/search-books.ts";

export interface WriteCampaignDeps {
  campaigns: Campaigns;
  books: Pick<Books, "activities">;
  newId: NewId;
  zone: string;
}

interface Writer {
  by: By;
  /** ISO-8601 UTC. */
  at: string;
}

/** Begins a campaign. @param id - derived from the request's idempotency key @throws `campaign.ends_before_begin` */
export const beginCampaign =
  ({ campaigns, newId }: Pick<WriteCampaignDeps, "campaigns" | "newId">) =>
  (said: Campaign.Writing, { id, by, at }: Writer & { id: Campaign.Id }): Promise<Campaign.Info> => {
    const entry = entryOf(newId, { subjectId: id, at, action: "campaign.begin", by });
    return campaigns.begin(Campaign.begin(said, { id, at, by: by.actorId }), [entry]);
  };

/**
 * Refuses days that leave out an activity which lies within the days of before. One that lies outside already, since it was moved, holds
 * nothing up.
 */
async function requireKept({ books, zone }: WriteCampaignDeps, before: Campaign.Info, after: Campaign.Info) {
  const own = [...(await books.activities()).values()].filter(({ campaignId }) => campaignId === before.id);
  const left = own.filter((one) => {
    const days = Campaign.daysBetween(one, zone);
    return one.status !== "cancelled" && Campaign.holds(before, days) && !Campaign.holds(after, days);
  });
  const [first] = left;
  if (first) throw campaignRefusal("campaign.leaves_out", { count: left.length, title: first.title });
}

/**
 * Changes a campaign's name, days or summary.
 *
 * Its activities are those of a list in memory, which another process may have added to a moment ago: one that slips through is shown as
 * outside of its days.
 * @throws `campaign.missing`, `edit.changed`, `campaign.ends_before_begin`, `campaign.leaves_out`
 */
export const reviseCampaign =
  (deps: WriteCampaignDeps) =>
  async (id: string, patch: Campaign.Patch, { by, at, version }: Writer & { version?: number | undefined }) => {
    const before = await deps.campaigns.get(id);
    await requireKept(deps, before, Campaign.revise(before, patch, version));
    return deps.campaigns.change(id, (held) => {
      const item = Campaign.revise(held, patch, version);
      const detail = { from: Campaign.Writing.parse(held), to: Campaign.Writing.parse(item) };
      return { item, audit: [entryOf(deps.newId, { subjectId: id, at, action: "campaign.revise", by, detail })] };
    });
  };
