import type { Info as Token } from "@yigong/core/token/token.ts";
import type { Settings } from "../../shared/api/routes.ts";

export type OwnToken = Omit<Token, "memberId">;

export interface ChannelState {
  channel: "im" | "sms" | "mail";
  configured: boolean;
  /** Through whom it goes, such as WeCom or a mail server. */
  provider?: string | undefined;
  /** What is missing, in the reader's language. */
  detail?: string | undefined;
}

export interface SignInWay {
  way: "code" | "wecom" | "dingtalk" | "feishu" | "oidc" | "try";
  configured: boolean;
  /** What is entered at the provider. */
  callback?: string | undefined;
  detail?: string | undefined;
}

export interface TemplateView {
  template: string;
  subject: Record<"zh-CN" | "en", string>;
  body: Record<"zh-CN" | "en", string>;
}

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "PATCH /organization": Settings;
    "GET /settings/channels": { items: ChannelState[] };
    "POST /settings/channels/{channel}/test": { ok: boolean; detail?: string | undefined };
    "GET /settings/sign-in": { items: SignInWay[] };
    "GET /settings/templates": { items: TemplateView[] };
    "POST /me/tokens": OwnToken & { token: string };
  }
}
