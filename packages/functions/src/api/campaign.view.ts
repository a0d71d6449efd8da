import { z } from "@hono/zod-openapi";
import { Campaign } from "@yigong/core/campaign/index.ts";
import { ActivityView } from "./activity.view.ts";

export const CampaignView = z.object(Campaign.Info.shape).openapi("Campaign");

const Count = z.int().nonnegative();
/** What people and time came to; `minutes` are served minutes. */
const Sums = { people: Count, attendances: Count, minutes: Count, clients: Count };

/** One activity of a campaign. */
export const CampaignPartView = z
  .object({
    activityId: z.string(),
    title: z.string(),
    status: ActivityView.shape.status,
    startsAt: z.string(),
    endsAt: z.string(),
    ...Sums,
    isTypical: z.boolean(),
    isOutside: z.boolean(),
  })
  .openapi("CampaignPart");

export const CampaignFiguresView = z
  .object({ activities: Count, ...Sums, typicalCases: Count })
  .openapi("CampaignFigures");
