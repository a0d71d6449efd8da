import { expect, it } from "vitest";
import { channelsFrom } from "./channels.ts";

it("uses a channel that is set up whole, and leaves the others to the inbox", () => {
  const set = channelsFrom({
    YIGONG_OA_KIND: "dingtalk",
    YIGONG_OA_URL: "https://oa.example.com/robot",
    YIGONG_SMTP_URL: "smtps://user:p%40ss@mail.example.com",
    YIGONG_SMTP_FROM: "yigong@example.com",
    YIGONG_SMS_URL: "https://sms.example.com/send",
  });

  expect(Object.keys(set).sort()).toEqual(["board", "mail", "sms"]);
  expect(channelsFrom({ YIGONG_OA_KIND: "wecom" })).toEqual({});
});

it("names the variable that is wrong", () => {
  expect(() => channelsFrom({ YIGONG_SMTP_URL: "http://mail.example.com" })).toThrow(/YIGONG_SMTP_URL/);
});
