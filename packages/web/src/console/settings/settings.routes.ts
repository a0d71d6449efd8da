import type { Info as Token } from "@yigong/core/token/token.ts";
import type { Settings } from "../../shared/api/routes.ts";

export type OwnToken = Omit<Token, "memberId">;

/** A channel as an administrator sees it; its secrets are never told. */
export interface ChannelState {
  channel: string;
  name: string;
  configured: boolean;
  settings: { name: string; set: boolean }[];
  lastSentAt?: string | undefined;
  lastFailedAt?: string | undefined;
  lastFault?: string | undefined;
  failingSince?: string | undefined;
  lastTest?: { at: string; outcome: string; text: string } | undefined;
}

export interface SignInWay {
  way: string;
  name: string;
  configured: boolean;
  /** What is entered at the provider. */
  callback?: string | undefined;
  settings: string[];
}

/** An office app that may show cards; its secrets are never told. */
export interface CardApp {
  provider: string;
  name: string;
  configured: boolean;
  /** What is entered at the app. */
  callback: string;
  settings: { name: string; set: boolean }[];
}

type BothTexts = Record<"zh-CN" | "en", { subject: string; body: string }>;

export interface TemplateView {
  kind: string;
  manner: "ask" | "urgent" | "tell" | "digest";
  texts: BothTexts;
  holes: string[];
  isChanged: boolean;
  canChange: boolean;
  version: number;
}

export interface WorkdayTable {
  year: number;
  holidays: { name: string; from: string; to: string }[];
  workdays: string[];
  source: string;
  /** As it may be pasted again. */
  lines: string;
  isBuiltIn: boolean;
  version: number;
}
interface WorkdayTables {
  items: WorkdayTable[];
  coversUntil?: string | undefined;
  nextIsDue: boolean;
}

/** How the copies of the data stand; all but `kept` is of a machine that makes them. */
export interface BackupsState {
  kept: "machine" | "none";
  directory?: string | undefined;
  copies?: number | undefined;
  lastAt?: string | undefined;
  isUnderWay?: boolean | undefined;
  isOverdue?: boolean | undefined;
  lastFailedAt?: string | undefined;
  lastFault?: string | undefined;
}

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "PATCH /organization": Settings;
    "GET /settings/channels": { items: ChannelState[] };
    "POST /settings/channels/{channel}/test": { channel: string; outcome: string; text: string };
    "GET /settings/backups": BackupsState;
    "GET /settings/sign-in": { items: SignInWay[] };
    "GET /settings/cards": { items: CardApp[] };
    "GET /settings/templates": { items: TemplateView[] };
    "PUT /settings/templates/{kind}": TemplateView;
    "DELETE /settings/templates/{kind}": TemplateView;
    "POST /settings/templates/{kind}/preview": { texts: BothTexts };
    "GET /settings/workdays": WorkdayTables;
    "PUT /settings/workdays/{year}": WorkdayTables;
    "POST /me/tokens": OwnToken & { token: string };
  }
}
