import type { ChannelSetup } from "@yigong/application/message/watch-channels.ts";
import type { Channels } from "@yigong/application/ports/channels.ts";
import * as z from "zod";
import { gatewayChannel } from "./gateway.ts";
import { robotBoard } from "./robot.ts";
import { smtpChannel } from "./smtp.ts";

const Settings = z.object({
  OaKind: z.enum(["wecom", "dingtalk", "feishu"]).optional(),
  OaUrl: z.url().optional(),
  OaSecret: z.string().optional(),
  SmtpUrl: z.url({ protocol: /^smtps?$/ }).optional(),
  SmtpFrom: z.string().optional(),
  SmsUrl: z.url().optional(),
  SmsToken: z.string().optional(),
  ImUrl: z.url().optional(),
  ImToken: z.string().optional(),
});
type Settings = z.infer<typeof Settings>;

/** What a company sets to have a channel. */
export type ChannelSetting = keyof Settings;
export const CHANNEL_SETTINGS = Object.keys(Settings.shape) as ChannelSetting[];

const http = { fetch: (url: string, init: RequestInit) => fetch(url, init) };

function board({ OaKind: kind, OaUrl: url, OaSecret: secret }: Settings): Channels {
  if (!kind || !url) return {};
  return { board: robotBoard({ kind, url, secret }, { ...http, now: () => new Date() }) };
}

function mail({ SmtpUrl: address, SmtpFrom: from }: Settings): Channels {
  if (!address || !from) return {};
  const url = new URL(address);
  const secure = url.protocol === "smtps:";
  const port = Number(url.port || (secure ? 465 : 587));
  const [user, password] = [url.username, url.password].map((part) => decodeURIComponent(part) || undefined);
  const allowPlain = url.searchParams.get("plain") === "yes";
  return { mail: smtpChannel({ host: url.hostname, port, secure, allowPlain, user, password, from }) };
}

const gateway = (name: "sms" | "im", url: string | undefined, token: string | undefined): Channels =>
  url ? { [name]: gatewayChannel({ name, url, token }, http) } : {};

/**
 * The channels that a company has set up; one that it has not set up whole is left out.
 *
 * @param calledThere - what a setting is called where it was made
 * @throws Error that names the setting which is malformed, never its value
 */
export function channelsFrom(
  read: (setting: ChannelSetting) => string | undefined,
  calledThere: (setting: ChannelSetting) => string = (setting) => setting,
): Channels {
  const parsed = Settings.safeParse(Object.fromEntries(CHANNEL_SETTINGS.map((setting) => [setting, read(setting)])));
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) => `${calledThere(path[0] as ChannelSetting)}: ${message}`,
    );
    throw new Error(faults.join("; "));
  }
  const set = parsed.data;
  return {
    ...board(set),
    ...mail(set),
    ...gateway("sms", set.SmsUrl, set.SmsToken),
    ...gateway("im", set.ImUrl, set.ImToken),
  };
}

/** A setting's environment variable: `OaKind` is `YIGONG_OA_KIND`. */
const variableOf = (setting: ChannelSetting): string =>
  `YIGONG${setting.replace(/[A-Z]/g, (letter) => `_${letter}`)}`.toUpperCase();

/** The settings of each channel, by what they are called where they are made, and whether each is set. */
export function channelSetup(
  read: (setting: ChannelSetting) => string | undefined,
  calledThere: (setting: ChannelSetting) => string = (setting) => setting,
): ChannelSetup {
  const of = (prefix: string) =>
    CHANNEL_SETTINGS.filter((setting) => setting.startsWith(prefix)).map((setting) => ({
      name: calledThere(setting),
      set: (read(setting) ?? "") !== "",
    }));
  return { im: of("Im"), sms: of("Sms"), mail: of("Smtp"), board: of("Oa") };
}

/** Which settings of the environment are set. */
export const channelSetupFromEnv = (env: Record<string, string | undefined>): ChannelSetup =>
  channelSetup((setting) => env[variableOf(setting)], variableOf);

/** The channels that the environment sets up. @throws as `channelsFrom` */
export const channelsFromEnv = (env: Record<string, string | undefined>): Channels =>
  channelsFrom((setting) => env[variableOf(setting)], variableOf);
