import type { AuditView } from "@yigong/functions/api/audit.view.ts";
import type * as z from "zod";
import type { Page } from "../../shared/api/routes.ts";

export type AuditEntry = z.output<typeof AuditView>;

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /audit": Page<AuditEntry>;
  }
}
