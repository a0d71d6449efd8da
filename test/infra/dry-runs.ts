import { OFFLINE_SETTINGS, type SynthOptions } from "../../tools/sst-offline/synth.ts";

/** A value of its own for every secret, so that it can be found wherever it turns up. */
const key = (digit: number) => Buffer.alloc(32, digit).toString("base64url");
export const SECRETS = {
  TokenSecret: key(1),
  SurveySecret: key(2),
  CheckInSecret: key(3),
  OaKind: "dingtalk",
  OaUrl: "https://oa.example.com/robot",
  OaSecret: "the-robots-secret",
  SmtpUrl: "smtps://volunteers:the-mail-password@mail.example.com",
  SmsUrl: "https://sms.example.com",
  SmsToken: "the-sms-token",
  ImUrl: "https://im.example.com",
  ImToken: "the-im-token",
};

const domain = (partition: string, region: string) => ({
  YIGONG_DOMAIN: "volunteers.example.com",
  YIGONG_CERTIFICATE_ARN: `arn:${partition}:acm:${region}:123456789012:certificate/1b2c`,
});

/** The dry runs that the tests look at: two stages, an installation with all settings, and one in mainland China. */
export const DRY_RUNS = {
  test: { stage: "test", secrets: SECRETS },
  production: { stage: "production", secrets: SECRETS },
  full: {
    stage: "full",
    secrets: SECRETS,
    settings: {
      ...OFFLINE_SETTINGS,
      ...domain("aws", "ap-southeast-1"),
      YIGONG_ZONE: "Asia/Singapore",
      YIGONG_MAIL: "ses",
      YIGONG_MAIL_FROM: "volunteers@example.com",
      YIGONG_MONTHLY_BUDGET: "20",
      // A year is told on it by the hour; what the night holds back is tested on one machine.
      YIGONG_QUIET_HOURS: "no",
    },
  },
  mainland: {
    stage: "test",
    secrets: SECRETS,
    settings: {
      ...OFFLINE_SETTINGS,
      ...domain("aws-cn", "cn-north-1"),
      YIGONG_AWS_REGION: "cn-north-1",
      YIGONG_MAIL: "smtp",
      YIGONG_CDN: "https://cdn.example.com",
    },
  },
} as const satisfies Record<string, SynthOptions>;

export type DryRun = keyof typeof DRY_RUNS;
export const NAMES = Object.keys(DRY_RUNS) as DryRun[];
