import type { PreviewView } from "@yigong/functions/api/activity-preview.ts";
import type * as z from "zod";
import type { Activity } from "../../../shared/api/routes.ts";

export type Preview = z.output<typeof PreviewView>;
export type Problem = Preview["problems"][number];

declare module "../../../shared/api/routes.ts" {
  interface Answers {
    "POST /activities": Activity;
    "POST /activities/preview": Preview;
  }
}
