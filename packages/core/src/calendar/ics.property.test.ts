import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folded, icsOf, type Worded } from "./ics.ts";

const entry = (over: Partial<Worded> = {}): Worded => ({
  uid: "act_1.ses_1@yigong",
  sequence: 7,
  status: "CONFIRMED",
  from: "2026-09-12T01:00:00.000Z",
  to: "2026-09-12T05:00:00.000Z",
  changedAt: "2026-09-01T02:00:00.000Z",
  summary: "社区便民服务",
  place: "海陵社区",
  description: "岗位：引导",
  url: "https://yigong.example/m/activities/act_1",
  ...over,
});

/** What a reader makes of it: lines unfolded. @source RFC 5545 3.1 */
const linesOf = (ics: string): string[] => ics.replace(/\r\n[ \t]/g, "").split("\r\n");
const propertyOf = (ics: string, name: string): string | undefined =>
  linesOf(ics)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
/** What a reader makes of a text. @source RFC 5545 3.3.11 */
const wordsOf = (value = ""): string => value.replace(/\\([\\;,nN])/g, (_, one) => (/n/i.test(one) ? "\n" : one));
const octets = (line: string): number => Buffer.byteLength(line);

/** Text of all sorts: Chinese, rare characters, families of emoji, marks that mean something, breaks and controls. */
const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom(
        "义工联盟",
        "𠮷",
        "👨‍👩‍👧‍👦",
        ";",
        ",",
        "\\",
        "\\n",
        "\r\n",
        "\n",
        "\r",
        "\u0000",
        "\u0007",
        '"',
        "BEGIN:VEVENT",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join("")),
);
/** What is left of a text on its way: its line breaks are one kind, and controls and halves of characters are gone. */
const carried = (said: string): string =>
  said
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the same as is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
    .toWellFormed();

describe("a calendar", () => {
  it("has lines of at most 75 octets that end in CRLF, the last one too, whatever the text", () => {
    fc.assert(
      fc.property(texts, texts, (summary, place) => {
        const ics = icsOf(summary, [entry({ summary, place, description: summary })]);

        expect(ics.endsWith("END:VCALENDAR\r\n")).toBe(true);
        expect(ics.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        expect(Math.max(...ics.split("\r\n").map(octets))).toBeLessThanOrEqual(75);
      }),
    );
  });

  it("is read as it was written: no character is cut in two, and none becomes a line of its own", () => {
    fc.assert(
      fc.property(texts, texts, (summary, place) => {
        const bytes = Buffer.from(icsOf("我的义工安排", [entry({ summary, place })]));
        const parts = bytes
          .toString("binary")
          .split("\r\n")
          .map((line) => Buffer.from(line, "binary"));
        const ics = bytes.toString();

        for (const part of parts) expect(Buffer.from(part.toString()).equals(part)).toBe(true);
        expect([wordsOf(propertyOf(ics, "SUMMARY")), wordsOf(propertyOf(ics, "LOCATION"))]).toEqual([
          carried(summary),
          carried(place),
        ]);
        expect(linesOf(ics).filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
      }),
    );
  });

  it("tells instants in UTC, so that no zone has to be known", () => {
    const ics = icsOf("安排", [entry()]);

    expect([propertyOf(ics, "DTSTART"), propertyOf(ics, "DTEND"), propertyOf(ics, "DTSTAMP")]).toEqual([
      "20260912T010000Z",
      "20260912T050000Z",
      "20260901T020000Z",
    ]);
    expect(ics).not.toContain("TZID");
  });

  it("has what each entry needs, in the words of the standard", () => {
    const lines = linesOf(icsOf("安排", [entry({ status: "CANCELLED" })]));

    expect(lines).toEqual(
      expect.arrayContaining([
        "VERSION:2.0",
        "UID:act_1.ses_1@yigong",
        "SEQUENCE:7",
        "STATUS:CANCELLED",
        "SUMMARY:社区便民服务",
        "LOCATION:海陵社区",
        "URL:https://yigong.example/m/activities/act_1",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
      ]),
    );
    expect(lines.filter((line) => line.startsWith("METHOD"))).toEqual([]);
  });

  it("folds a line of Chinese by its octets, not by its characters", () => {
    const line = `SUMMARY:${"义".repeat(60)}`;

    expect(folded(line).split("\r\n").map(octets)).toEqual([74, 73, 43]);
    expect(folded("x".repeat(75))).toBe("x".repeat(75));
    expect(folded("x".repeat(76)).split("\r\n").map(octets)).toEqual([75, 2]);
  });
});
