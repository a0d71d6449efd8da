import type { Language } from "./catalogue.ts";

/** Reasons that nobody typed. A record has readers in each language, so it holds both halves: "Chinese / English". */
const REASONS = {
  noCheckIn: { "zh-CN": "没有签到记录", en: "no check-in" },
  undecidedAtStart: {
    "zh-CN": "开始前没有人决定，按有利于本人处理",
    en: "Undecided at the start: in the person's favour.",
  },
  noContacts: { "zh-CN": "没有登记服务对象的联系方式", en: "No contact of the served party was recorded." },
  yearCorrected: {
    "zh-CN": "年度结果已更正，不再列入",
    en: "The year was corrected; its result no longer names this person.",
  },
  earlierWish: {
    "zh-CN": "资料删除前曾要求不再联系",
    en: "Wanted no contact when the data of before were removed.",
  },
  listedNoContact: { "zh-CN": "导入的名单中注明不再联系", en: "The imported list says: no contact." },
  lateRollCall: {
    "zh-CN": "现场点名，手机无网络，事后同步",
    en: "Called on the spot by a phone without a network, which sent it later.",
  },
} as const satisfies Record<string, Record<Language, string>>;

type SystemReason = keyof typeof REASONS;

/** The text that a record holds for a reason of the system's own. */
export const systemReason = (reason: SystemReason): string => `${REASONS[reason]["zh-CN"]} / ${REASONS[reason].en}`;

/** A reason for one reader: that of the system in their language, what somebody typed as it is. */
export function reasonIn(language: Language, stored: string): string {
  const known = Object.values(REASONS).find(
    (reason) => stored === `${reason["zh-CN"]} / ${reason.en}` || stored === reason["zh-CN"] || stored === reason.en,
  );
  return known ? known[language] : stored;
}
