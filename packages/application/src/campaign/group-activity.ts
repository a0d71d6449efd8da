import type { Info as Activity } from "@yigong/core/activity/activity.ts";
import { entryOf } from "@yigong/core/audit/audit.ts";
import type { Campaigns } from "@yigong/core/campaign/campaign.store.ts";
import * as Campaign from "@yigong/core/campaign/campaign.ts";
import { requireVersion } from "@yigong/core/lib/edit.ts";
import type { NewId } from "@yigong/core/lib/id.ts";
import type { Lifecycles } from "@yigong/core/lifecycle/lifecycle.store.ts";
import type { By } from "@yigong/core/permission/actor.ts";

export interface GroupDeps {
  campaigns: Pick<Campaigns, "get">;
  lifecycles: Pick<Lifecycles, "changeActivity">;
  newId: NewId;
  zone: string;
}

/** Into which campaign, or into none; the version that its editor read. */
export interface Grouping {
  campaignId: string | null;
  version?: number | undefined;
}

/** Whether an activity may be in a campaign. @throws `campaign.missing`, `campaign.outside` */
export async function requireFits(
  { campaigns, zone }: Pick<GroupDeps, "campaigns" | "zone">,
  activity: Parameters<typeof Campaign.daysOf>[0],
  campaignId: string | null | undefined,
): Promise<void> {
  if (campaignId) Campaign.requireWithin(await campaigns.get(campaignId), activity, zone);
}

/**
 * Puts an activity into a campaign or takes it out of one, at any time: it is a heading over what was done, so that nobody is told.
 *
 * @throws `edit.changed`, `campaign.missing`, `campaign.outside`
 * @source docs/domain.md S7
 */
export const groupActivity =
  (deps: GroupDeps) =>
  async (
    activity: Activity,
    { campaignId, version }: Grouping,
    { by, at }: { by: By; at: string },
  ): Promise<Activity> => {
    await requireFits(deps, activity, campaignId);
    return deps.lifecycles.changeActivity(activity.id, at, ({ activity: held, lifecycle }) => {
      requireVersion(held, version);
      if ((held.campaignId ?? null) === campaignId) return { activity: held, lifecycle };
      const { campaignId: from, ...rest } = held;
      const after: Activity = campaignId === null ? rest : { ...rest, campaignId };
      const detail = { from, to: campaignId ?? undefined };
      const audit = [entryOf(deps.newId, { subjectId: held.id, at, action: "activity.group", by, detail })];
      return { activity: after, lifecycle, audit };
    });
  };
