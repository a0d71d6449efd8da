import type { Info as ArchiveInfo, Missing } from "@yigong/core/archive/archive.ts";
import type { Entry as AuditEntry } from "@yigong/core/audit/audit.ts";
import type { Bar } from "@yigong/core/contact/reach.ts";
import type { Contact } from "@yigong/core/survey/served.ts";
import type { EntryView } from "@yigong/functions/api/points.view.ts";
import type { StewardView } from "@yigong/functions/api/roll.view.ts";
import type { SurveyView } from "@yigong/functions/api/survey.view.ts";
import type * as z from "zod";
import type { Activity, Attendance, Correction, Material, Page, PhotoUpload } from "../../shared/api/routes.ts";

/** Names stand beside ids as soon as the API says them. */
export interface Numbered {
  name?: string | undefined;
  employeeNumber?: string | undefined;
}
export type Audit = AuditEntry & {
  actorName?: string | undefined;
  actorEmployeeNumber?: string | undefined;
  actionText?: string | undefined;
};
export type ActivityPoint = z.output<typeof EntryView> & Numbered & { memberId?: string | undefined };
export type Steward = z.output<typeof StewardView>;
export type Archive = ArchiveInfo;
export interface ArchiveAnswer {
  archive: ArchiveInfo;
  missing: Missing[];
}
export type Served = z.output<typeof Contact> & {
  clientId: string;
  answered: boolean;
  contactId?: string;
  bar?: Bar;
  isGuardian?: boolean;
};
export interface TimelineItem {
  at: string;
  kind: "automatic" | "person";
  text: string;
  stage?: string | undefined;
  rule?: { id: string; text: string } | undefined;
  rows: { text: string; href?: string | undefined }[];
  by?:
    | {
        memberId: string;
        name: string;
        employeeNumber?: string | undefined;
        role?: string | undefined;
        deputyFor?: string | undefined;
      }
    | undefined;
  reason?: string | undefined;
}
export interface Timeline {
  items: TimelineItem[];
  next?: { at: string; text: string } | undefined;
}

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "POST /activities/{id}/close": Activity;
    "POST /activities/{id}/extend": Activity;
    "POST /activities/{id}/reschedule": Activity;
    "POST /activities/{id}/cancel": Activity;
    "PATCH /activities/{id}": Activity;
    "POST /activities/{id}/sessions": Activity;
    "POST /activities/{id}/audience": Activity;
    "POST /activities/{id}/sessions/{sessionId}/cancel": Activity;
    "POST /activities/{id}/positions/{positionId}/head-count": Activity;
    "GET /activities/{id}/audit": Page<Audit>;
    "GET /activities/{id}/timeline": Timeline;
    "POST /activities/{id}/sessions/{sessionId}/roll-call": { items: Attendance[] };
    "PUT /activities/{id}/sessions/{sessionId}/attendance/{memberId}/half-days": Attendance;
    "POST /activities/{id}/sessions/{sessionId}/back-entries": unknown;
    "GET /activities/{id}/stewards": { items: Steward[] };
    "PUT /activities/{id}/stewards/{memberId}": Steward;
    "DELETE /activities/{id}/stewards/{memberId}": unknown;
    "GET /activities/{id}/archive": ArchiveAnswer;
    "PUT /activities/{id}/archive": ArchiveAnswer;
    "POST /activities/{id}/archive/submit": ArchiveAnswer;
    "GET /activities/{id}/materials": Page<Material>;
    "POST /activities/{id}/materials": {
      material: Material;
      form: NonNullable<PhotoUpload["form"]>;
      expiresAt: string;
    };
    "POST /activities/{id}/materials/{materialId}/uploaded": Material;
    "DELETE /activities/{id}/materials/{materialId}": unknown;
    "GET /activities/{id}/served": Page<Served>;
    "POST /activities/{id}/served": { added: number; duplicates: number; total: number };
    "POST /activities/{id}/served/{clientId}/contact": Served;
    "PATCH /activities/{id}/served/{clientId}": Served;
    "DELETE /activities/{id}/served/{clientId}": { removed: true };
    "GET /activities/{id}/survey/papers": { handedOut: number; typed: number[] };
    "PUT /activities/{id}/survey/papers": { handedOut: number; typed: number[] };
    "POST /activities/{id}/survey/paper-answers": {
      sheets: { state: "typed" | "again" | "refused"; code?: string; detail?: string }[];
    };
    "GET /activities/{id}/survey": SurveyView;
    "GET /activities/{id}/survey/comments": Page<string>;
    "POST /activities/{id}/survey/skip": SurveyView;
    "POST /activities/{id}/survey/close": SurveyView;
    "POST /activities/{id}/survey/reminders": SurveyView;
    "POST /activities/{id}/survey/phone-answers": unknown;
    "GET /activities/{id}/points": Page<ActivityPoint>;
    "POST /activities/{id}/corrections": Correction;
  }
}
