import { describe, expect, it } from "vitest";
import { CATALOGUES, holesOf, text, WORDS } from "./index.ts";
import { dayText, instantText, periodText } from "./when.ts";

const chinese = Object.entries<string>(WORDS["zh-CN"]);
const english: Record<string, string> = WORDS.en;

describe("the catalogues", () => {
  it("say the same things in both languages", () => {
    const differing = CATALOGUES.filter((words) => {
      return Object.keys(words.en).sort().join() !== Object.keys(words["zh-CN"]).sort().join();
    });

    expect(differing).toEqual([]);
  });

  it("ask for the same values in both languages", () => {
    const differing = chinese.filter(([key, words]) => {
      return (
        holesOf(words).sort().join() !==
        holesOf(english[key] ?? "")
          .sort()
          .join()
      );
    });

    expect(differing).toEqual([]);
  });

  it("are written out everywhere, without an exclamation mark or a stray space", () => {
    const faulty = [...chinese, ...Object.entries(english)].filter(([key, words]) => {
      const listMark = key === "announcement.listMark";
      return words === "" || /[!！]/.test(words) || (!listMark && words !== words.trim());
    });

    expect(faulty).toEqual([]);
  });

  it("are Chinese in Chinese and contain no Chinese in English, but for the words that a file's cells are to hold", () => {
    const notChinese = chinese.filter(
      ([key, words]) => !/[\p{Script=Han}]/u.test(words) && !/(session|listMark)$/.test(key),
    );
    const notEnglish = Object.entries(english).filter(
      ([key, words]) => !/^\w+\.problem\./.test(key) && /[\p{Script=Han}]/u.test(words),
    );

    expect([notChinese, notEnglish]).toEqual([[], []]);
  });

  it("use no Latin letters in Chinese but for units, codes and formats of photos, and one word for one thing", () => {
    const plain = chinese.map(
      ([key, words]) =>
        [
          key,
          words.replace(/\{\{\w+\}\}| MB\b|\b(?:HEIC|JPEG|PNG|WebP)\b|\b[0-9A-Z]{4}(-[0-9A-Z]{4}){3}\b/g, ""),
        ] as const,
    );

    expect(plain.filter(([, words]) => /[A-Za-z]/.test(words))).toEqual([]);
    expect(plain.filter(([, words]) => /评审委员会|评选委员会|收件箱/.test(words))).toEqual([]);
  });

  it("have each key in one of them only, dotted and beginning with its noun", () => {
    const keys = CATALOGUES.flatMap((words) => Object.keys(words["zh-CN"]));

    expect(keys.length).toBe(new Set(keys).size);
    expect(keys.filter((key) => !/^[a-z]+(?:\.\w+)+$/i.test(key))).toEqual([]);
  });
});

describe("text", () => {
  it("fills the holes of a text in the language asked for", () => {
    expect(text("zh-CN", "announcement.place", { place: "海陵社区" })).toBe("地点：海陵社区");
    expect(text("en", "announcement.place", { place: "Hailing" })).toBe("Place: Hailing");
  });

  it("never reads what is filled in as a hole or a pattern", () => {
    expect(text("zh-CN", "announcement.place", { place: "{{place}} $& $1 <b>" })).toBe("地点：{{place}} $& $1 <b>");
  });

  it("refuses to leave a hole open", () => {
    const values = {} as { place: string };

    expect(() => text("en", "announcement.place", values)).toThrow(RangeError);
  });
});

describe("when", () => {
  const setting = { zone: "Asia/Shanghai", asOf: "2026-09-01T00:00:00.000Z" };

  it.each([
    ["zh-CN", "2026-09-12T10:00:00.000Z", "9月12日 周六 18:00"],
    ["en", "2026-09-12T10:00:00.000Z", "Sat 12 Sep 18:00"],
    ["zh-CN", "2026-09-12T16:00:00.000Z", "9月13日 周日 00:00"],
    ["zh-CN", "2026-12-31T15:59:00.000Z", "12月31日 周四 23:59"],
    ["zh-CN", "2026-12-31T16:00:00.000Z", "2027年1月1日 周五 00:00"],
    ["en", "2026-12-31T16:00:00.000Z", "Fri 1 Jan 2027 00:00"],
  ] as const)("tells the day in the alliance's zone, and the year when it is another (%s %s)", (language, at, told) => {
    expect(instantText(language, at, setting)).toBe(told);
  });

  it("tells the year when nothing says which one is meant", () => {
    expect(dayText("zh-CN", "2026-09-12T10:00:00.000Z", { zone: "Asia/Shanghai" })).toBe("2026年9月12日 周六");
  });

  it.each([
    ["zh-CN", "2026-09-12T10:00:00.000Z", "9月12日 周六 14:00–18:00"],
    ["en", "2026-09-12T10:00:00.000Z", "Sat 12 Sep 14:00–18:00"],
    ["zh-CN", "2026-09-12T22:00:00.000Z", "9月12日 周六 14:00 – 9月13日 周日 06:00"],
  ] as const)("tells the second day of a span only when it is another (%s, until %s)", (language, to, told) => {
    expect(periodText(language, "2026-09-12T06:00:00.000Z", to, setting)).toBe(told);
  });
});

describe("the compiler", () => {
  it("asks for exactly the values that a text has holes for", () => {
    // @ts-expect-error `place` is missing
    expect(() => text("en", "announcement.place", {})).toThrow(RangeError);
    // @ts-expect-error there is no such key
    expect(() => text("en", "announcement.weather")).toThrow(TypeError);
  });
});
