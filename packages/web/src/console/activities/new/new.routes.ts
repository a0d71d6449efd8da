import type { PreviewView } from "@yigong/functions/api/activity-preview.ts";
import type * as z from "zod";
import type { Activity, Page } from "../../../shared/api/routes.ts";
import type { Kept } from "./template.ts";

export type Preview = z.output<typeof PreviewView>;
export type Problem = Preview["problems"][number];
export interface ActivityTemplate extends Kept {
  id: string;
  name: string;
  ownerId: string;
}

declare module "../../../shared/api/routes.ts" {
  interface Answers {
    "POST /activities": Activity;
    "POST /activities/preview": Preview;
    "POST /activity-templates": ActivityTemplate;
    "GET /activity-templates": Page<ActivityTemplate>;
    "GET /activity-templates/{id}": ActivityTemplate;
  }
}
