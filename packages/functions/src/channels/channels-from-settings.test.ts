import { expect, it } from "vitest";
import { channelsFromEnv } from "./channels-from-settings.ts";

it("uses a channel that is set up whole, and leaves the others to the inbox", () => {
  const set = channelsFromEnv({
    YIGONG_OA_KIND: "dingtalk",
    YIGONG_OA_URL: "https://oa.example.com/robot",
    YIGONG_SMTP_URL: "smtps://user:p%40ss@mail.example.com",
    YIGONG_SMTP_FROM: "yigong@example.com",
    YIGONG_SMS_URL: "https://sms.example.com/send",
  });

  expect(Object.keys(set).sort()).toEqual(["board", "mail", "sms"]);
  expect(channelsFromEnv({ YIGONG_OA_KIND: "wecom" })).toEqual({});
});

it("names the variable that is wrong", () => {
  expect(() => channelsFromEnv({ YIGONG_SMTP_URL: "http://mail.example.com" })).toThrow(/YIGONG_SMTP_URL/);
});
