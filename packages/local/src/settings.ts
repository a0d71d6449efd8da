import { isIP } from "node:net";
import { Refusal } from "@yigong/core/lib/error.ts";
import { channelsFromEnv } from "@yigong/functions/channels/channels-from-settings.ts";
import { LEVELS } from "./observe.ts";

type Env = Record<string, string | undefined>;

/** What the environment says about a server, checked. */
export interface Settings {
  /** 0 takes any free one. */
  port: number;
  /** The address to listen on. */
  hostname: string;
  /** The public origin, without a slash at its end. */
  origin: string | undefined;
}

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
const isHost = (text: string): boolean => isIP(text) > 0 || /^[a-z\d](?:[a-z\d.-]*[a-z\d])?$/i.test(text);

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  const rest = url && `${url.pathname}${url.search}${url.hash}${url.username}${url.password}`;
  return url !== null && /^https?:$/.test(url.protocol) && rest === "/";
}

interface Rule {
  holds: (text: string) => boolean;
  asks: string;
}

const port: Rule = { holds: isPort, asks: "应为 0 到 65535 的整数 / must be a whole number from 0 to 65535" };
const origin: Rule = {
  holds: isOrigin,
  asks: "应为不带路径的 http(s) 地址 / must be an http(s) address without a path, such as https://yigong.example.com",
};
const RULES: Record<string, Rule> = {
  PORT: port,
  HOST: { holds: isHost, asks: "应为 IP 地址或主机名 / must be an IP address or a host name, such as 127.0.0.1" },
  YIGONG_ORIGIN: origin,
  YIGONG_STEPFUNCTIONS_PORT: port,
  AWS_ENDPOINT_URL_SFN: origin,
  YIGONG_DATA: { holds: (text) => text.trim() !== "", asks: "应为目录 / must be a directory" },
  YIGONG_LOG: {
    holds: (text) => LEVELS.some((level) => level === text),
    asks: `应为 ${LEVELS.join("、")} 之一 / must be one of ${LEVELS.join(", ")}`,
  },
};

/** Variables of AWS's clients count as unset when they are empty, as there. */
const isSet = (name: string, text: string | undefined): text is string =>
  text !== undefined && !(text === "" && name.startsWith("AWS_"));

/**
 * Checks all variables of a server at once.
 *
 * @throws `settings.malformed` that names each
 */
export function readSettings(env: Env): Settings {
  const faults = Object.entries(RULES).flatMap(([name, { holds, asks }]) => {
    const text = env[name];
    return isSet(name, text) && !holds(text) ? [`${name}="${text}"：${asks}`] : [];
  });
  faults.push(...channelFaults(env));
  if (faults.length > 0)
    throw new Refusal(
      "invalid",
      "settings.malformed",
      `环境变量有误，请更正后再启动；不设即用默认值 / Environment variables are malformed. Correct them, or unset them for the defaults:\n  ${faults.join("\n  ")}`,
    );
  const { PORT = "3000", HOST = "127.0.0.1", YIGONG_ORIGIN } = env;
  return { port: Number(PORT), hostname: HOST, origin: YIGONG_ORIGIN && new URL(YIGONG_ORIGIN).origin };
}

/** Their values may be secret and are not repeated. */
function channelFaults(env: Env): string[] {
  try {
    channelsFromEnv(env);
    return [];
  } catch (error) {
    return [`通道设置有误 / channels: ${error instanceof Error ? error.message : ""}`];
  }
}
