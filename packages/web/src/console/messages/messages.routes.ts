export type { OutboxMessage } from "../../shared/api/routes.ts";

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "POST /outbox/{id}/retry": unknown;
  }
}
