import type { InBoth } from "@yigong/core/lib/error.ts";

/** What schemas say themselves, in Chinese by the English that stands in the schema; `*` is a number. */
const CHINESE: Readonly<Record<string, string>> = {
  "must be plain text without control characters": "须为不含控制字符的文字",
  "must have at least * characters": "至少*个字",
  "must have at most * characters": "最多*个字",
  "must look like 09:30": "须形如 09:30",
  "must look like c12": "条款编号无效，请重新选择",
  "must look like 2010, 2010-06 or 2010-Q2": "期间须形如 2010、2010-06 或 2010-Q2",
  "must be * to 32 letters and digits": "须为*到32位字母和数字",
  "must be the * letters and digits of EncodingAESKey": "须为 EncodingAESKey 的*位字母和数字",
  "must be 16 letters and digits": "须为16位字母和数字",
  "must look like 2026-0001": "须为年份加序号，例如2026-0001",
  "must look like cli_0001": "所选的服务对象无效，请重新选择",
  "must be a phone number": "须为电话号码",
  "needs a mobile number or a mail address": "须填写手机号或邮箱",
  "must be a file's name, without its folders": "须为文件名，不含文件夹",
  "a branch or team needs its unitId": "支部和分队须写明是哪一个",
  "six digits": "须为六位数字",
  "must be 64 hexadecimal digits": "须为64位十六进制数字",
  "six digits, or the eight characters of the link": "须为六位数字，或签到链接末尾的八个字符",
  "must name somebody": "至少写明一位",
  "nobody twice": "同一人不能出现两次",
  "no key twice": "同一标识不能出现两次",
  "must be like WW_verify_abc123.txt": "须形如 WW_verify_abc123.txt",
  "must be an https address": "须为 https 地址",
  "must ask for openid": "须包含 openid",
  "must be after from": "须晚于开始时间",
};

const ID = /^must look like \w+_ and 26 lower-case characters$/;

/** A schema's own text in both languages; undefined when it is one of zod's. */
export function schemaWords(message: string): InBoth | undefined {
  if (ID.test(message)) return { "zh-CN": "所选的内容无效，请重新选择", en: message };
  const whole = CHINESE[message];
  if (whole !== undefined) return { "zh-CN": whole, en: message };
  const [number = ""] = /\d+/.exec(message) ?? [];
  const counted = number && CHINESE[message.replace(number, "*")];
  return counted ? { "zh-CN": counted.replace("*", number), en: message } : undefined;
}
