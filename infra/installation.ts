import { traitsOf } from "./region.ts";

type Env = Record<string, string | undefined>;

/** What one installation on AWS decides. SST reads `.env` and `.env.<stage>` before it evaluates this. */
export interface Installation {
  /** `YIGONG_DOMAIN`: the host people use, such as `volunteers.example.com`; without it they use the gateway's own. */
  domain: string | undefined;
  /** `YIGONG_CERTIFICATE_ARN`: the domain's certificate in this region; without it the domain must be in Route 53. */
  certificateArn: string | undefined;
  /** `YIGONG_ZONE`: IANA time zone in which calendars, years and daily jobs are kept. */
  zone: string;
  /** `YIGONG_MAIL`: who carries mail: Amazon SES, the company's own server (secret `SmtpUrl`), or nobody. */
  mail: "ses" | "smtp" | "none";
  /** `YIGONG_MAIL_FROM`: the address mail comes from; demanded by SES alone, for SMTP it is the secret `SmtpFrom`. */
  mailFrom: string | undefined;
  /**
   * `YIGONG_CDN`: origin of the company's own CDN, such as `https://cdn.example.com`, which fetches `/assets/…` from the
   * installation; `none` lets the API serve them. Without it CloudFront does, where the region has it.
   */
  cdn: string | undefined;
  /** `YIGONG_ALARM_EMAIL`: who is told when something is wrong; demanded. */
  alarmEmail: string;
  /** `YIGONG_MONTHLY_BUDGET`: of the whole account, in its currency; mail is sent at 80 % and when 100 % is forecast. */
  monthlyBudget: number;
  /** `YIGONG_QUIET_HOURS`: whether messages keep quiet hours until somebody says otherwise in the settings. */
  quietHours: boolean;
}

/**
 * `YIGONG_AWS_REGION`. Singapore unless it is set: near, on in every account and complete, where Hong Kong must first be
 * switched on. Personal data then leaves mainland China; where it must not, `cn-north-1` or `cn-northwest-1` is meant.
 */
export const regionOf = (env: Env): string => env.YIGONG_AWS_REGION || "ap-southeast-1";

/**
 * Reads what the installation decides.
 *
 * @throws naming the variable that is missing or wrong
 */
export function installationOf(env: Env): Installation {
  const traits = traitsOf(regionOf(env));
  const mail = oneOf(env, "YIGONG_MAIL", ["none", "smtp", "ses"] as const);
  if (mail === "ses" && !traits.ses) throw new Error("YIGONG_MAIL: a mainland region has no SES; set it to smtp.");
  const mailFrom = mail === "ses" ? address(env, "YIGONG_MAIL_FROM") : undefined;
  const zone = env.YIGONG_ZONE || "Asia/Shanghai";
  if (!isZone(zone)) throw new Error(`YIGONG_ZONE: ${zone} is no IANA time zone.`);
  const monthlyBudget = Number(env.YIGONG_MONTHLY_BUDGET || 50);
  if (!(monthlyBudget > 0)) throw new Error("YIGONG_MONTHLY_BUDGET: an amount above 0 is needed.");
  const domain = env.YIGONG_DOMAIN || undefined;
  if (domain && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain))
    throw new Error("YIGONG_DOMAIN: a host name is needed, without https:// and path.");
  const certificateArn = env.YIGONG_CERTIFICATE_ARN || undefined;
  if (certificateArn && !domain) throw new Error("YIGONG_DOMAIN: the certificate is of which host?");
  if (domain && !certificateArn && traits.mainland)
    throw new Error("YIGONG_CERTIFICATE_ARN: a mainland region needs the certificate of the domain.");
  const alarmEmail = address(env, "YIGONG_ALARM_EMAIL");
  const quietHours = oneOf(env, "YIGONG_QUIET_HOURS", ["yes", "no"] as const) === "yes";
  return { domain, certificateArn, zone, mail, mailFrom, cdn: cdnOf(env), alarmEmail, monthlyBudget, quietHours };
}

function cdnOf(env: Env): string | undefined {
  const cdn = env.YIGONG_CDN || undefined;
  if (cdn !== undefined && cdn !== "none" && !/^https:\/\/[a-z0-9.-]+(:\d+)?$/.test(cdn))
    throw new Error("YIGONG_CDN: an origin such as https://cdn.example.com is needed, without a path, or none.");
  return cdn;
}

function oneOf<T extends string>(env: Env, name: string, values: readonly [T, ...T[]]): T {
  const found = values.find((value) => value === (env[name] || values[0]));
  if (!found) throw new Error(`${name}: one of ${values.join(", ")} is needed.`);
  return found;
}

function address(env: Env, name: string): string {
  const value = env[name] ?? "";
  if (!/^[^@\s]+@[^@\s]+$/.test(value)) throw new Error(`${name}: a mail address is needed.`);
  return value;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
