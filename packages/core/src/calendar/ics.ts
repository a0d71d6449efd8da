import type { Entry } from "./entry.ts";

/** An entry in words. */
export interface Worded extends Entry {
  summary: string;
  place?: string | undefined;
  description: string;
  /** Absolute. */
  url: string;
}

const encoder = new TextEncoder();
/** Octets of a line, without its break. @source RFC 5545 3.1 */
const LONGEST = 75;

/** A value of type TEXT: on one line, and without the control characters that no line may have. @source RFC 5545 3.3.11 */
const escaped = (value: string): string =>
  value
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")
    .toWellFormed()
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\n/g, "\\n");

/** A content line in parts of at most 75 octets, never within a character; a part that goes on begins with a space. */
export function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ["", 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LONGEST) {
      parts.push(part);
      [part, octets] = [" ", 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}

/** An instant in UTC, which needs no time zone of its own: 20260912T010000Z. @source RFC 5545 3.3.5, form 2 */
const utc = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, "")}Z`;

const eventOf = ({ uid, sequence, status, from, to, changedAt, summary, place, description, url }: Worded) => [
  "BEGIN:VEVENT",
  `UID:${escaped(uid)}`,
  // Without a METHOD it is when the entry was last changed, so that the same calendar is the same bytes.
  `DTSTAMP:${utc(changedAt)}`,
  `LAST-MODIFIED:${utc(changedAt)}`,
  `SEQUENCE:${sequence}`,
  `DTSTART:${utc(from)}`,
  `DTEND:${utc(to)}`,
  `SUMMARY:${escaped(summary)}`,
  ...(place === undefined ? [] : [`LOCATION:${escaped(place)}`]),
  `DESCRIPTION:${escaped(description)}`,
  `URL:${url}`,
  `STATUS:${status}`,
  "CLASS:PRIVATE",
  "TRANSP:OPAQUE",
  "END:VEVENT",
];

/**
 * A calendar as calendar programs read it.
 *
 * Ours rather than a library's: the one that folds by octets (ical-generator 11.1.2, 9 kB) leaves the last line without
 * its break and lets control characters through.
 * @source RFC 5545; RFC 7986 5.1 (NAME), 5.7 (REFRESH-INTERVAL)
 */
export const icsOf = (name: string, entries: readonly Worded[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Yigong//Calendar//ZH",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    ...entries.flatMap(eventOf),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
