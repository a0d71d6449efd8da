import type { KINDS, Purpose, SOURCES } from "./contact.ts";
import type { Language } from "./way.ts";

/** The columns in which a file says yes or no to being contacted. */
export const CONSENT_COLUMNS = {
  survey: "同意回访",
  contact: "同意走访来电",
  greeting: "同意问候短信",
} as const satisfies Record<Purpose, string>;

/** The headers of a file of contacts. */
export const CONTACT_COLUMNS = {
  // Two of them: with one, the sheet of instructions in a template would have a header, too.
  required: ["姓名", "手机"],
  optional: [
    ...["邮箱", "类别", "对接人", "语言", "来源", "出生日期", "监护人", "监护人手机", "监护人邮箱"],
    ...Object.values(CONSENT_COLUMNS),
    "不再联系",
  ],
} as const;

/** Kinds, languages and sources as files name them, in lower case. */
export const KIND_NAMES: Record<string, (typeof KINDS)[number]> = {
  个人: "person",
  单位: "organization",
  person: "person",
  organization: "organization",
};
export const LANGUAGE_NAMES: Record<string, Language> = { 中文: "zh-CN", 英文: "en", chinese: "zh-CN", english: "en" };
export const SOURCE_NAMES: Record<string, (typeof SOURCES)[number]> = {
  活动中结识: "activity",
  活动: "activity",
  走访: "visit",
  来电去电: "call",
  电话: "call",
  网上登记: "web",
  他人介绍: "referral",
  名单导入: "import",
  其他: "other",
};
