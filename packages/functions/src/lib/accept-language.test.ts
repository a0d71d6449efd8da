import { expect, it } from "vitest";
import { languageOf } from "./accept-language.ts";

it.each([
  [undefined, undefined, "zh-CN"],
  [undefined, "", "zh-CN"],
  [undefined, "zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
  [undefined, "zh-TW", "zh-CN"],
  [undefined, "en-GB,en;q=0.9,zh;q=0.8", "en"],
  [undefined, "en;q=0.2, zh;q=0.7", "zh-CN"],
  [undefined, "fr,de;q=0.9", "en"],
  [undefined, "fr, zh;q=0", "en"],
  [undefined, "*", "zh-CN"],
  ["en", "zh-CN", "en"],
  ["zh-CN", "en", "zh-CN"],
  ["zh", "en", "zh-CN"],
  ["ZH-cn", "en", "zh-CN"],
  ["zh-TW", "en", "zh-CN"],
  ["en-US", "zh", "en"],
  ["", "en", "en"],
  ["*", "en", "en"],
  ["xx", "en", "en"],
])("asked for %s by a reader of %s, a page is in %s", (asked, header, language) => {
  expect(languageOf(asked, header)).toBe(language);
});
