import { isIP } from "node:net";
import { resolve } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import { cardsFromEnv } from "@yigong/functions/cards/cards-from-settings.ts";
import { channelsFromEnv } from "@yigong/functions/channels/channels-from-settings.ts";
import { signInFromEnv } from "@yigong/functions/sign-in/ways-from-settings.ts";
import { LEVELS } from "./observe.ts";
import { isExposed } from "./web/known-host.ts";

type Env = Record<string, string | undefined>;

/** What the environment says about a server, checked. */
export interface Settings {
  /** 0 takes any free one. */
  port: number;
  /** The address to listen on. */
  hostname: string;
  /** The public origin, without a slash at its end. */
  origin: string | undefined;
  /** Whether anybody may sign in as anybody, for trying out: where nobody else reaches the server, unless it is put off. */
  trial: boolean;
  /** Where copies of a data directory are kept; undefined when none are made. */
  backupsOf: (dataDir: string) => string | undefined;
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
  YIGONG_BACKUPS: { holds: (text) => text.trim() !== "", asks: "应为目录，或 no / must be a directory, or no" },
  YIGONG_TRY: { holds: (text) => text === "yes" || text === "no", asks: "应为 yes 或 no / must be yes or no" },
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
  faults.push(...channelFaults(env), ...signInFaults(env));
  const { PORT = "3000", HOST = "127.0.0.1", YIGONG_ORIGIN, YIGONG_TRY, YIGONG_BACKUPS } = env;
  const open = faults.length === 0 && isExposed(HOST, YIGONG_ORIGIN ?? "http://localhost");
  if (open && YIGONG_TRY === "yes") faults.push(TRIAL_EXPOSED);
  if (faults.length > 0)
    throw new Refusal(
      "invalid",
      "settings.malformed",
      `环境变量有误，请更正后再启动；不设即用默认值 / Environment variables are malformed. Correct them, or unset them for the defaults:\n  ${faults.join("\n  ")}`,
    );
  const origin = YIGONG_ORIGIN && new URL(YIGONG_ORIGIN).origin;
  const trial = !open && YIGONG_TRY !== "no";
  return { port: Number(PORT), hostname: HOST, origin, trial, backupsOf: backupsIn(YIGONG_BACKUPS) };
}

/** Beside the data directory by default: whoever deletes that one keeps them. */
const backupsIn =
  (text: string | undefined): Settings["backupsOf"] =>
  (dataDir) =>
    text === "no" ? undefined : resolve(text ?? `${dataDir}.backups`);

const TRIAL_EXPOSED =
  "YIGONG_TRY=yes：本服务可从其他机器访问，不能用试用登录；请设置真正的登录方式 / other machines reach this server, so that nobody may sign in for trying out: set up a way to sign in";

/** Their values may be secret and are not repeated. */
function signInFaults(env: Env): string[] {
  try {
    signInFromEnv(env, { fetch, now: Date.now });
    cardsFromEnv(env, { fetch, now: Date.now, origin: () => "" });
    return [];
  } catch (error) {
    return [`登录或卡片设置有误 / sign-in or cards: ${error instanceof Error ? error.message : ""}`];
  }
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
