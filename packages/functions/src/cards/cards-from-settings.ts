import { randomBytes } from "node:crypto";
import { OFFICES, type Office } from "@yigong/core/member/accounts.ts";
import * as z from "zod";
import type { Fetch } from "../sign-in/ask-provider.ts";
import type { Bases } from "../sign-in/ways-from-settings.ts";
import type { CardProvider } from "./card-provider.ts";
import { dingtalkCards } from "./dingtalk.ts";
import { feishuCards } from "./feishu.ts";
import { wecomCards } from "./wecom.ts";

const Text = z.string().min(1).max(500);

/** The app's own settings are those of its way to sign in. */
export const CardSettings = z.object({
  WecomCorpId: Text.optional(),
  WecomAgentId: Text.optional(),
  WecomSecret: Text.optional(),
  WecomCallbackToken: z
    .string()
    .regex(/^[A-Za-z0-9]{3,32}$/, "must be 3 to 32 letters and digits")
    .optional(),
  WecomCallbackKey: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/, "must be the 43 letters and digits of EncodingAESKey")
    .optional(),
  DingtalkCorpId: Text.optional(),
  DingtalkClientId: Text.optional(),
  DingtalkClientSecret: Text.optional(),
  DingtalkCardTemplate: Text.optional(),
  DingtalkCallbackSecret: z.string().min(16, "must be 16 characters at least").max(500).optional(),
  FeishuAppId: Text.optional(),
  FeishuAppSecret: Text.optional(),
  FeishuTenantKey: Text.optional(),
  FeishuEncryptKey: Text.optional(),
  FeishuVerificationToken: Text.optional(),
});
type Settings = z.infer<typeof CardSettings>;

/** What a company sets to have cards. */
export type CardSetting = keyof Settings;
const CARD_SETTINGS = Object.keys(CardSettings.shape) as CardSetting[];

const PREFIX = { wecom: "Wecom", dingtalk: "Dingtalk", feishu: "Feishu" } as const satisfies Record<Office, string>;
/** What only an app that is open to several companies needs. */
const OPTIONAL: readonly CardSetting[] = ["FeishuTenantKey"];

/** Cards of an installation: the office apps that are set up whole, and which settings of each are set, never a value. */
export interface CardsPort {
  apps: readonly CardProvider[];
  setup: Record<Office, { name: string; set: boolean }[]>;
}

/** An installation without cards. */
export const NO_CARDS: CardsPort = { apps: [], setup: { wecom: [], dingtalk: [], feishu: [] } };

export interface CardsDeps {
  fetch: Fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Where people reach us, without a slash at the end. */
  origin: () => string;
  /** Addresses of the apps, other ones in tests only. */
  bases?: Bases | undefined;
}

/**
 * The cards that a company has set up; an app that it has not set up whole is left out.
 *
 * @param calledThere - what a setting is called where it was made
 * @throws Error that names the setting which is malformed, never its value
 */
export function cardsFrom(
  read: (setting: CardSetting) => string | undefined,
  deps: CardsDeps,
  calledThere: (setting: CardSetting) => string = (setting) => setting,
): CardsPort {
  const given = CARD_SETTINGS.map((setting) => [setting, read(setting)?.trim() || undefined]);
  const parsed = CardSettings.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${calledThere(path[0] as CardSetting)}: ${message}`);
    throw new Error(faults.join("; "));
  }
  const set = parsed.data;
  const settingsOf = (office: Office) =>
    CARD_SETTINGS.filter((setting) => setting.startsWith(PREFIX[office]) && !OPTIONAL.includes(setting)).map(
      (setting) => ({ name: calledThere(setting), set: set[setting] !== undefined }),
    );
  const setup = Object.fromEntries(OFFICES.map((office) => [office, settingsOf(office)])) as CardsPort["setup"];
  return { apps: [...wecomOf(set, deps), ...dingtalkOf(set, deps), ...feishuOf(set, deps)], setup };
}

function wecomOf(set: Settings, { bases, ...deps }: CardsDeps): CardProvider[] {
  const { WecomCorpId: corpId, WecomAgentId: agentId, WecomSecret: secret } = set;
  const { WecomCallbackToken: callbackToken, WecomCallbackKey: callbackKey } = set;
  if (!corpId || !agentId || !secret || !callbackToken || !callbackKey) return [];
  const more = { random: randomBytes, ...(bases && { bases: bases.wecom }) };
  return [wecomCards({ corpId, agentId, secret, callbackToken, callbackKey }, { ...deps, ...more })];
}

function dingtalkOf(set: Settings, { bases, ...deps }: CardsDeps): CardProvider[] {
  const { DingtalkCorpId: corpId, DingtalkClientId: clientId, DingtalkClientSecret: clientSecret } = set;
  const { DingtalkCardTemplate: template, DingtalkCallbackSecret: callbackSecret } = set;
  if (!corpId || !clientId || !clientSecret || !template || !callbackSecret) return [];
  const settings = { corpId, clientId, clientSecret, template, callbackSecret };
  return [dingtalkCards(settings, { ...deps, ...(bases && { bases: bases.dingtalk }) })];
}

function feishuOf(set: Settings, { bases, ...deps }: CardsDeps): CardProvider[] {
  const { FeishuAppId: appId, FeishuAppSecret: appSecret, FeishuTenantKey: tenantKey } = set;
  const { FeishuEncryptKey: encryptKey, FeishuVerificationToken: verificationToken } = set;
  if (!appId || !appSecret || !encryptKey || !verificationToken) return [];
  const settings = { appId, appSecret, tenantKey, encryptKey, verificationToken };
  return [feishuCards(settings, { ...deps, ...(bases && { bases: bases.feishu }) })];
}

/** A setting's environment variable: `WecomCallbackKey` is `YIGONG_WECOM_CALLBACK_KEY`. */
const variableOf = (setting: CardSetting): string =>
  `YIGONG${setting.replace(/[A-Z]/g, (letter) => `_${letter}`)}`.toUpperCase();

/** The cards that the environment sets up. @throws as `cardsFrom` */
export const cardsFromEnv = (env: Record<string, string | undefined>, deps: CardsDeps): CardsPort =>
  cardsFrom((setting) => env[variableOf(setting)], deps, variableOf);
