import type { OutboxView } from "@yigong/functions/api/outbox.view.ts";
import type * as z from "zod";
import type { Page } from "../../shared/api/routes.ts";

export type OutboxMessage = z.output<typeof OutboxView>;

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /outbox": Page<OutboxMessage>;
    "POST /outbox/{id}/retry": unknown;
  }
}
