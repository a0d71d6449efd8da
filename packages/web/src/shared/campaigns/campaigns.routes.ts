import type { CampaignFiguresView, CampaignPartView, CampaignView } from "@yigong/functions/api/campaign.view.ts";
import type { TypicalCaseView } from "@yigong/functions/api/typical-case.ts";
import type * as z from "zod";
import type { Activity, Counted, Page } from "../api/routes.ts";

export type Campaign = z.output<typeof CampaignView>;
export type CampaignPart = z.output<typeof CampaignPartView>;
export type CampaignFigures = z.output<typeof CampaignFiguresView>;
export type TypicalCase = z.output<typeof TypicalCaseView>;

declare module "../api/routes.ts" {
  interface Answers {
    "GET /campaigns": Page<Campaign>;
    "POST /campaigns": Campaign;
    "GET /campaigns/{id}": Campaign;
    "PATCH /campaigns/{id}": Campaign;
    "GET /campaigns/{id}/activities": Counted<CampaignPart> & { figures: CampaignFigures };
    "PUT /activities/{id}/campaign": Activity;
    "GET /activities/{id}/typical-case": TypicalCase;
    "POST /activities/{id}/typical-case": TypicalCase;
    "POST /activities/{id}/typical-case/take-back": TypicalCase;
  }
}
