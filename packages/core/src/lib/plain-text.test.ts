import { expect, it } from "vitest";
import { plainText } from "./plain-text.ts";

const text = plainText(3, 6);

it.each([
  ["ab", false],
  ["abc", true],
  ["abcdef", true],
  ["abcdefg", false],
  ["  ab  ", false],
  ["𠮷𠮷", false],
  ["𠮷𠮷𠮷𠮷𠮷𠮷", true],
  ["一二\u0007三", false],
  ["一\u202e二三", false],
  ["一\ud800二三", false],
  ["一二\n三", true],
])("takes 3 to 6 characters that can be shown: %j is fine: %s", (given, fine) => {
  expect(text.safeParse(given).success).toBe(fine);
});

it("keeps markup as the text that it is, and lines as lines", () => {
  expect(plainText(0, 100).parse("  <b>你好</b>\r\n=1+1 ")).toBe("<b>你好</b>\n=1+1");
});
