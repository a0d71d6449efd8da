import type { Page } from "../../shared/api/routes.ts";

/** Who did what, with names beside the ids and the action in words. */
export interface AuditEntry {
  id: string;
  at: string;
  action: string;
  actionText: string;
  actorId: string;
  actorName: string;
  actorEmployeeNumber?: string | undefined;
  role?: string | undefined;
  deputyFor?: string | undefined;
  deputyForName?: string | undefined;
  subjectId: string;
  subjectName?: string | undefined;
  subjectEmployeeNumber?: string | undefined;
  reason?: string | undefined;
  detail?: Record<string, unknown> | undefined;
}

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /audit": Page<AuditEntry>;
  }
}
