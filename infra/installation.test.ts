import { describe, expect, it } from "vitest";
import { installationOf, regionOf } from "./installation.ts";

const least = { YIGONG_ALARM_EMAIL: "ops@example.com" };
const mainland = { ...least, YIGONG_AWS_REGION: "cn-north-1" };

describe("an installation", () => {
  it("needs nothing but somebody to tell", () => {
    expect(installationOf(least)).toEqual({
      domain: undefined,
      certificateArn: undefined,
      zone: "Asia/Shanghai",
      mail: "none",
      mailFrom: undefined,
      cdn: undefined,
      alarmEmail: "ops@example.com",
      monthlyBudget: 50,
      quietHours: true,
    });
    expect(regionOf({})).toBe("ap-southeast-1");
  });

  it("takes what is empty for what is not set, as in a file of settings", () => {
    const empty = {
      YIGONG_AWS_REGION: "",
      YIGONG_DOMAIN: "",
      YIGONG_ZONE: "",
      YIGONG_MAIL: "",
      YIGONG_MONTHLY_BUDGET: "",
    };

    expect(installationOf({ ...least, ...empty })).toEqual(installationOf(least));
    expect(regionOf(empty)).toBe("ap-southeast-1");
  });

  it.each([
    ["nobody to tell", {}, "YIGONG_ALARM_EMAIL"],
    ["an address that is none", { YIGONG_ALARM_EMAIL: "ops" }, "YIGONG_ALARM_EMAIL"],
    ["a CDN with a path", { ...least, YIGONG_CDN: "https://cdn.example.com/assets" }, "YIGONG_CDN"],
    ["a CDN without TLS", { ...least, YIGONG_CDN: "http://cdn.example.com" }, "YIGONG_CDN"],
    ["quiet hours that are neither", { ...least, YIGONG_QUIET_HOURS: "at night" }, "YIGONG_QUIET_HOURS"],
    ["an unknown way for mail", { ...least, YIGONG_MAIL: "pigeon" }, "YIGONG_MAIL"],
    ["mail by SES from nobody", { ...least, YIGONG_MAIL: "ses" }, "YIGONG_MAIL_FROM"],
    [
      "mail by SES in the mainland",
      { ...mainland, YIGONG_MAIL: "ses", YIGONG_MAIL_FROM: "a@example.com" },
      "YIGONG_MAIL",
    ],
    ["an unknown zone", { ...least, YIGONG_ZONE: "Asia/Nowhere" }, "YIGONG_ZONE"],
    ["no budget", { ...least, YIGONG_MONTHLY_BUDGET: "0" }, "YIGONG_MONTHLY_BUDGET"],
    ["a budget in words", { ...least, YIGONG_MONTHLY_BUDGET: "fifty" }, "YIGONG_MONTHLY_BUDGET"],
    ["an address in place of a host", { ...least, YIGONG_DOMAIN: "https://example.com" }, "YIGONG_DOMAIN"],
    ["a certificate of no host", { ...least, YIGONG_CERTIFICATE_ARN: "arn:aws:acm:x" }, "YIGONG_DOMAIN"],
    [
      "a mainland domain without certificate",
      { ...mainland, YIGONG_DOMAIN: "v.example.com" },
      "YIGONG_CERTIFICATE_ARN",
    ],
  ])("refuses %s by the name of the variable", (_, env, variable) => {
    expect(() => installationOf(env)).toThrow(new RegExp(`^${variable}: `));
  });
});
