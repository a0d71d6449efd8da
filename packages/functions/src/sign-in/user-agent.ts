/** The app in whose browser a page is open. */
export type Host = "wecom" | "wechat" | "dingtalk" | "feishu" | "browser";

/**
 * In which app a page is open, by its user agent. WeCom's names MicroMessenger too; alone that is personal WeChat, where
 * nobody can be told by an account of the company.
 */
export function hostOf(userAgent = ""): Host {
  if (/wxwork/i.test(userAgent)) return "wecom";
  if (/MicroMessenger/i.test(userAgent)) return "wechat";
  if (/DingTalk/i.test(userAgent)) return "dingtalk";
  if (/Lark|Feishu/i.test(userAgent)) return "feishu";
  return "browser";
}

/** Whether a page is open on a computer rather than a phone or tablet, whichever app it is in. */
export const isDesk = (userAgent = ""): boolean =>
  /Windows NT|Macintosh|X11|CrOS/i.test(userAgent) && !/Mobi|Android|HarmonyOS|iPhone|iPad/i.test(userAgent);
