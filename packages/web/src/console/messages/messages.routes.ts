import type { Page } from "../../shared/api/routes.ts";

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
    "POST /outbox/{id}/retry": unknown;
  }
}
