import type { OutboxView } from "@yigong/functions/api/outbox.view.ts";
import type * as z from "zod";
import type { Page } from "../../shared/api/routes.ts";

export type OutboxMessage = z.output<typeof OutboxView>;

export interface Announcement {
  id: string;
  activityId: string;
  revision: number;
  status: "queued" | "published" | "refused";
  createdAt: string;
  publishedAt?: string;
  title: string;
  paragraphs: string[];
}

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /announcements": Page<Announcement>;
    "GET /outbox": Page<OutboxMessage>;
    "POST /outbox/{id}/retry": unknown;
  }
}
