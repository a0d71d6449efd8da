import { describe, expect, it } from "vitest";
import { fonts, unprintableIn } from "./fonts.ts";
import { inkIn } from "./ink.ts";

describe("what a certificate can print", () => {
  it.each(["王小明", "䶮㛃𬭎㐂骉𰻝", "阿卜杜热依木·买买提", "María O’Neil-Müller №", "〇、《》—"])(
    "takes %s",
    (words) => {
      expect(unprintableIn(words)).toEqual([]);
    },
  );

  it.each([
    ["a character that no font has", "王𠮷明𠮷", ["𠮷"]],
    ["a picture", "小📌", ["📌"]],
    ["a filler that is mapped and empty", "王\u3164", ["\u3164"]],
    ["marks without a shape", "王\u200d\u00ad明\u{e0100}", ["\u200d", "\u00ad", "\u{e0100}"]],
    ["a control character", "王\u0007", ["\u0007"]],
    ["half a character", "王\ud842", ["\ud842"]],
  ])("names %s, once", (_, words, missing) => {
    expect(unprintableIn(words)).toEqual(missing);
  });
});

it("refuses to judge a font of another kind", () => {
  const { regular } = fonts();
  const without = (table: string) => {
    const font = Buffer.from(regular);
    font.write("none", font.indexOf(table), "latin1");
    return font;
  };

  expect(() => inkIn(without("loca"))).toThrow(RangeError);
  expect(() => inkIn(Buffer.alloc(12))).toThrow(RangeError);
});
