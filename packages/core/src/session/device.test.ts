import { expect, it } from "vitest";
import { deviceName, deviceOf, isPersonal } from "./device.ts";

const WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)";
const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${WEBKIT}`;
const ANDROID =
  "Mozilla/5.0 (Linux; Android 15; V2309A Build/AP3A; wv) AppleWebKit/537.36 Version/4.0 Chrome/116.0.0.0";
const WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0";
const MAC = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT}`;

it.each([
  [`${IPHONE} Mobile/15E148 wxwork/4.1.36 MicroMessenger/7.0.1`, "iPhone 上的企业微信", "WeCom on iPhone", true],
  [`${IPHONE} Mobile/15E148 MicroMessenger/8.0.60`, "iPhone 上的微信", "WeChat on iPhone", true],
  [`${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`, "iPhone 上的 Safari", "Safari on iPhone", true],
  [`${IPHONE} CriOS/139.0 Mobile/15E148 Safari/604.1`, "iPhone 上的 Chrome", "Chrome on iPhone", true],
  [`${ANDROID} Mobile Safari/537.36 DingTalk/7.6.45`, "安卓手机上的钉钉", "DingTalk on an Android phone", true],
  [`${ANDROID} Mobile Safari/537.36 Lark/7.30.5`, "安卓手机上的飞书", "Feishu on an Android phone", true],
  [
    "Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1.6 Mobile",
    "鸿蒙手机上的浏览器",
    "a browser on a HarmonyOS phone",
    true,
  ],
  [`${WINDOWS} Safari/537.36 Edg/139.0.0.0`, "Windows 电脑上的 Edge", "Edge on a Windows computer", false],
  [
    "Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Firefox/142.0",
    "Linux 电脑上的 Firefox",
    "Firefox on a Linux computer",
    false,
  ],
  [`${MAC} Version/18.5 Safari/605.1.15`, "Mac 上的 Safari", "Safari on a Mac", false],
  ["curl/8.5.0", "其他设备上的浏览器", "a browser on another device", false],
  ["", "其他设备上的浏览器", "a browser on another device", false],
])("calls the device of %j by its name", (userAgent, chinese, english, isPhone) => {
  const device = deviceOf(userAgent);

  expect([deviceName(device, "zh-CN"), deviceName(device, "en"), isPersonal(device)]).toEqual([
    chinese,
    english,
    isPhone,
  ]);
});

it("takes the limits of a shared computer for what it does not know, however long it calls itself", () => {
  expect(isPersonal(deviceOf("x".repeat(100_000)))).toBe(false);
  expect(isPersonal(deviceOf(undefined))).toBe(false);
});
