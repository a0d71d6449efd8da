import { expect, it } from "vitest";
import { hostOf } from "./user-agent.ts";

const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";

it.each([
  [`${PHONE} wxwork/4.1.30 MicroMessenger/7.0.1 Language/zh`, "wecom"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/108 Safari/537.36 wxwork/4.1.30 (MicroMessenger/6.2)",
    "wecom",
  ],
  [`${PHONE} MicroMessenger/8.0.50(0x1800323a) NetType/WIFI Language/zh_CN`, "wechat"],
  [`${PHONE} AliApp(DingTalk/7.6.0) com.laiwang.DingTalk/22000000`, "dingtalk"],
  [`${PHONE} Lark/7.20.0 LarkLocale/zh_CN ChannelName/Feishu`, "feishu"],
  [`${PHONE} Safari/604.1`, "browser"],
  ["", "browser"],
  [undefined, "browser"],
])("takes %s for %s", (userAgent, host) => {
  expect(hostOf(userAgent)).toBe(host);
});
