import type { RuleSet } from "@yigong/core/points/rules.ts";
import type { DraftsView, DraftView, PreviewView } from "@yigong/functions/api/points-rules.ts";
import type * as z from "zod";

export type { RuleSet };
export type Drafts = z.output<typeof DraftsView>;
export type Draft = z.output<typeof DraftView>;
export type Preview = z.output<typeof PreviewView>;
export type Terms = Omit<RuleSet, "version">;

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /rule-sets": { items: RuleSet[] };
    "GET /rule-drafts": Drafts;
    "POST /rule-drafts": Draft;
    "GET /rule-drafts/{id}/preview": Preview;
    "POST /rule-drafts/{id}/adopt": Draft;
    "POST /rule-drafts/{id}/withdraw": Draft;
  }
}
