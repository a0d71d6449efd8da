import { gatewayChannel } from "@yigong/functions/channels/gateway.ts";
import type { Channels } from "@yigong/functions/channels/port.ts";
import { robotBoard } from "@yigong/functions/channels/robot.ts";
import { smtpChannel } from "@yigong/functions/channels/smtp.ts";
import * as z from "zod";

const Env = z.object({
  YIGONG_OA_KIND: z.enum(["wecom", "dingtalk", "feishu"]).optional(),
  YIGONG_OA_URL: z.url().optional(),
  YIGONG_OA_SECRET: z.string().optional(),
  YIGONG_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  YIGONG_SMTP_FROM: z.string().optional(),
  YIGONG_SMS_URL: z.url().optional(),
  YIGONG_SMS_TOKEN: z.string().optional(),
  YIGONG_IM_URL: z.url().optional(),
  YIGONG_IM_TOKEN: z.string().optional(),
});
type Env = z.infer<typeof Env>;

const http = { fetch: (url: string, init: RequestInit) => fetch(url, init) };

function board({ YIGONG_OA_KIND: kind, YIGONG_OA_URL: url, YIGONG_OA_SECRET: secret }: Env): Channels {
  if (!kind || !url) return {};
  return { board: robotBoard({ kind, url, secret }, { ...http, now: () => new Date() }) };
}

function mail({ YIGONG_SMTP_URL: address, YIGONG_SMTP_FROM: from }: Env): Channels {
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
 * The channels that an installation has set up; what it has not goes to the inbox.
 *
 * @throws when a variable is malformed; the message names it
 */
export function channelsFrom(env: Record<string, string | undefined>): Channels {
  const parsed = Env.safeParse(env);
  if (!parsed.success)
    throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "));
  const set = parsed.data;
  return {
    ...board(set),
    ...mail(set),
    ...gateway("sms", set.YIGONG_SMS_URL, set.YIGONG_SMS_TOKEN),
    ...gateway("im", set.YIGONG_IM_URL, set.YIGONG_IM_TOKEN),
  };
}
