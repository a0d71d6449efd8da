import * as z from "zod";
import type { Language } from "../language/catalogue.ts";

const SYSTEMS = ["iphone", "ipad", "harmony", "android", "windows", "mac", "linux", "other"] as const;
const APPS = ["wecom", "wechat", "dingtalk", "feishu", "edge", "firefox", "chrome", "safari", "other"] as const;

/** On what somebody signed in, as far as its user agent tells; the user agent itself is not kept. */
export const Info = z.object({ system: z.enum(SYSTEMS), app: z.enum(APPS) });
export type Info = z.infer<typeof Info>;

type Signs<Name extends string> = readonly (readonly [Name, RegExp])[];

/** The first that fits counts: Android calls itself Linux, WeCom also WeChat, and every browser also Safari. */
const SYSTEM_SIGNS: Signs<Info["system"]> = [
  ["iphone", /iphone|ipod/i],
  ["ipad", /ipad/i],
  ["harmony", /openharmony|harmonyos/i],
  ["android", /android/i],
  ["windows", /windows/i],
  ["mac", /macintosh|mac os x/i],
  ["linux", /linux|cros/i],
];
const APP_SIGNS: Signs<Info["app"]> = [
  ["wecom", /wxwork/i],
  ["wechat", /micromessenger/i],
  ["dingtalk", /dingtalk/i],
  ["feishu", /lark|feishu/i],
  ["edge", /\bedg(?:e|a|ios)?\//i],
  ["firefox", /firefox|fxios/i],
  ["chrome", /chrome|crios|chromium/i],
  ["safari", /safari/i],
];

const READ_CHARACTERS = 1000;
const firstOf = <Name extends string>(signs: Signs<Name>, text: string): Name | undefined =>
  signs.find(([, sign]) => sign.test(text))?.[0];

/** The device behind a user agent. */
export function deviceOf(userAgent: string | undefined): Info {
  const text = (userAgent ?? "").slice(0, READ_CHARACTERS);
  return { system: firstOf(SYSTEM_SIGNS, text) ?? "other", app: firstOf(APP_SIGNS, text) ?? "other" };
}

/** Whether one person alone uses such a device as a rule; a computer in an office is often shared. */
export const isPersonal = ({ system }: Info): boolean => ["iphone", "ipad", "harmony", "android"].includes(system);

type Called = string | Record<Language, string>;

/** Names of makers are the same everywhere, so none of this is in the catalogues. */
const SYSTEM_NAMES: Record<Info["system"], Called> = {
  iphone: "iPhone",
  ipad: "iPad",
  harmony: { "zh-CN": "鸿蒙手机", en: "a HarmonyOS phone" },
  android: { "zh-CN": "安卓手机", en: "an Android phone" },
  windows: { "zh-CN": "Windows 电脑", en: "a Windows computer" },
  mac: { "zh-CN": "Mac", en: "a Mac" },
  linux: { "zh-CN": "Linux 电脑", en: "a Linux computer" },
  other: { "zh-CN": "其他设备", en: "another device" },
};
const APP_NAMES: Record<Info["app"], Called> = {
  wecom: { "zh-CN": "企业微信", en: "WeCom" },
  wechat: { "zh-CN": "微信", en: "WeChat" },
  dingtalk: { "zh-CN": "钉钉", en: "DingTalk" },
  feishu: { "zh-CN": "飞书", en: "Feishu" },
  edge: "Edge",
  firefox: "Firefox",
  chrome: "Chrome",
  safari: "Safari",
  other: { "zh-CN": "浏览器", en: "a browser" },
};
const called = (name: Called, language: Language): string => (typeof name === "string" ? name : name[language]);

/** A device in plain words: 「iPhone 上的企业微信」, "WeCom on iPhone". */
export function deviceName({ system, app }: Info, language: Language): string {
  const [on, by] = [called(SYSTEM_NAMES[system], language), called(APP_NAMES[app], language)];
  return language === "en" ? `${by} on ${on}` : spaced(`${on}上的${by}`);
}

/** Between Chinese and Latin letters stands a space. */
const spaced = (name: string): string =>
  name.replace(/([a-z])(?=\p{Script=Han})/giu, "$1 ").replace(/(\p{Script=Han})(?=[a-z])/giu, "$1 ");
