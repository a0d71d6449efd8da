import { expect, it } from "vitest";
import { comparable, fitOf } from "./reading.ts";

const ZENG = { text: "曾小贤", syllables: ["zeng", "xiao", "xian"] };
const GUIDE = { text: "3月地铁站引导", syllables: ["3", "yue", "di", "tie", "zhan", "yin", "dao"] };

it.each([
  ["曾小", ZENG, 0],
  ["小贤", ZENG, 1],
  ["zengxiao", ZENG, 0],
  ["zxx", ZENG, 0],
  ["zengxx", ZENG, 0],
  ["xiaox", ZENG, 1],
  ["xx", ZENG, 1],
  ["zx小", ZENG, undefined],
  ["ceng", ZENG, undefined],
  ["zengxianxiao", ZENG, undefined],
  ["engxiao", ZENG, undefined],
  ["ditie", GUIDE, 1],
  ["3ydt", GUIDE, 0],
  ["dtzyd", GUIDE, 1],
  ["3", GUIDE, 0],
  ["33", GUIDE, undefined],
] as const)("finds by text, pinyin, initials and a mixture of them: %s in %o is %s", (query, reading, fit) => {
  expect(fitOf(reading, query)).toBe(fit);
});

it.each([
  [" Zeng Xiao ", "zengxiao"],
  ["ｗｅｉ", "wei"],
  ["xi'an", "xian"],
  ["曾 小贤", "曾小贤"],
])("compares without case, width and space: %s as %s", (typed, form) => {
  expect(comparable(typed)).toBe(form);
});

it("takes no longer than a moment for a text made to be slow", () => {
  const slow = { text: "啊", syllables: Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? "aaaaaa" : "aaaaa")) };

  expect(fitOf(slow, `${"a".repeat(59)}b`)).toBeUndefined();
});
