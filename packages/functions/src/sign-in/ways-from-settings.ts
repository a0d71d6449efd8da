import { GroupMapping } from "@yigong/application/identity/follow-groups.ts";
import * as z from "zod";
import type { Fetch } from "./ask-provider.ts";
import { DINGTALK_BASES, dingtalk } from "./dingtalk.ts";
import { FEISHU_BASES, feishu } from "./feishu.ts";
import { oidc } from "./oidc.ts";
import type { Way } from "./way.ts";
import { WECOM_BASES, wecom } from "./wecom.ts";

const Text = z.string().min(1).max(500);
const isEncrypted = (text: string): boolean => {
  const url = URL.parse(text);
  const isLoopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url?.hostname ?? "");
  return url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback);
};
const Mapping = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "is no JSON" });
      return z.NEVER;
    }
  })
  .pipe(GroupMapping);

const Settings = z.object({
  WecomCorpId: Text.optional(),
  WecomAgentId: Text.optional(),
  WecomSecret: Text.optional(),
  WecomVerifyFile: z
    .string()
    .regex(/^WW_verify_\w{1,64}\.txt$/, "must be like WW_verify_abc123.txt")
    .optional(),
  DingtalkCorpId: Text.optional(),
  DingtalkClientId: Text.optional(),
  DingtalkClientSecret: Text.optional(),
  FeishuAppId: Text.optional(),
  FeishuAppSecret: Text.optional(),
  FeishuTenantKey: Text.optional(),
  OidcIssuer: z.string().refine(isEncrypted, "must be an https address").optional(),
  OidcClientId: Text.optional(),
  OidcClientSecret: Text.optional(),
  OidcName: Text.optional(),
  OidcScope: z
    .string()
    .regex(/(?:^| )openid(?: |$)/, "must ask for openid")
    .optional(),
  OidcEmployeeClaim: Text.optional(),
  OidcGroupsClaim: Text.optional(),
  OidcGroups: Mapping.optional(),
  CodeSignIn: z.enum(["yes", "no"]).optional(),
});
type Settings = z.infer<typeof Settings>;

/** What a company sets to have a way to sign in. */
export type SignInSetting = keyof Settings;
export const SIGN_IN_SETTINGS = Object.keys(Settings.shape) as SignInSetting[];

/** How people sign in at an installation. */
export interface SignInSetup {
  ways: readonly Way[];
  /** What the company calls its own sign-in. */
  oidcName?: string | undefined;
  /** Whether one-time codes are wanted; they need a channel besides. */
  codes: boolean;
  /** What groups of the company's directory give. */
  mapping: GroupMapping;
  /** The file at the root by which WeCom sees that the address is the company's. */
  verifyFile?: { name: string; text: string } | undefined;
}

/** Addresses of the providers, other ones in tests only. */
export interface Bases {
  wecom: typeof WECOM_BASES;
  dingtalk: typeof DINGTALK_BASES;
  feishu: typeof FEISHU_BASES;
}
const BASES: Bases = { wecom: WECOM_BASES, dingtalk: DINGTALK_BASES, feishu: FEISHU_BASES };

export interface WaysDeps {
  fetch: Fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  bases?: Bases;
}

/**
 * The ways that a company has set up; one that it has not set up whole is left out.
 *
 * @param calledThere - what a setting is called where it was made
 * @throws Error that names the setting which is malformed, never its value
 */
export function signInFrom(
  read: (setting: SignInSetting) => string | undefined,
  deps: WaysDeps,
  calledThere: (setting: SignInSetting) => string = (setting) => setting,
): SignInSetup {
  const given = SIGN_IN_SETTINGS.map((setting) => [setting, read(setting)?.trim() || undefined]);
  const parsed = Settings.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) => `${calledThere(path[0] as SignInSetting)}: ${message}`,
    );
    throw new Error(faults.join("; "));
  }
  const set = parsed.data;
  return {
    ways: waysOf(set, deps),
    oidcName: set.OidcName,
    codes: set.CodeSignIn !== "no",
    mapping: set.OidcGroups ?? {},
    verifyFile: verifyFileOf(set),
  };
}

/** Its text is the part of its name between `WW_verify_` and the end. @source developer.work.weixin.qq.com/document/path/91332 */
const verifyFileOf = ({ WecomVerifyFile: name }: Settings) =>
  name === undefined ? undefined : { name, text: name.slice("WW_verify_".length, -".txt".length) };

function waysOf(set: Settings, { bases = BASES, ...deps }: WaysDeps): Way[] {
  const ways: Way[] = [];
  const { WecomCorpId: corpId, WecomAgentId: agentId, WecomSecret: secret } = set;
  if (corpId && agentId && secret) ways.push(wecom({ corpId, agentId, secret }, { ...deps, bases: bases.wecom }));
  const { DingtalkCorpId, DingtalkClientId: clientId, DingtalkClientSecret: clientSecret } = set;
  if (DingtalkCorpId && clientId && clientSecret)
    ways.push(dingtalk({ corpId: DingtalkCorpId, clientId, clientSecret }, { ...deps, bases: bases.dingtalk }));
  const { FeishuAppId: appId, FeishuAppSecret: appSecret, FeishuTenantKey: tenantKey } = set;
  if (appId && appSecret) ways.push(feishu({ appId, appSecret, tenantKey }, { ...deps, bases: bases.feishu }));
  if (set.OidcIssuer && set.OidcClientId) ways.push(oidc(oidcOf(set, set.OidcIssuer, set.OidcClientId), deps));
  return ways;
}

const oidcOf = (set: Settings, issuer: string, clientId: string) => ({
  issuer,
  clientId,
  clientSecret: set.OidcClientSecret,
  scope: set.OidcScope ?? "openid profile",
  employeeClaim: set.OidcEmployeeClaim,
  groupsClaim: set.OidcGroupsClaim ?? (set.OidcGroups ? "groups" : undefined),
});

/** A setting's environment variable: `WecomCorpId` is `YIGONG_WECOM_CORP_ID`. */
const variableOf = (setting: SignInSetting): string =>
  `YIGONG${setting.replace(/[A-Z]/g, (letter) => `_${letter}`)}`.toUpperCase();

/** The ways that the environment sets up. @throws as `signInFrom` */
export const signInFromEnv = (env: Record<string, string | undefined>, deps: WaysDeps): SignInSetup =>
  signInFrom((setting) => env[variableOf(setting)], deps, variableOf);
