import type { Language } from "./messages.ts";

/** Where and when an instant is read. */
export interface Setting {
  language: Language;
  /** IANA name of the time zone. */
  zone: string;
  /** The instant of reading, whose year is not written. ISO-8601 UTC. */
  asOf: string;
}

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;

/** Kept, because they are slow to make. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor({ language, zone }: Setting): Intl.DateTimeFormat {
  const key = `${language} ${zone}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language === "en" ? "en-US" : language, {
    ...{ year: "numeric", month: language === "en" ? "short" : "numeric", day: "numeric", weekday: "short" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
    ...{ calendar: "gregory", hourCycle: "h23", timeZone: zone },
  });
  formats.set(key, format);
  return format;
}

const partsOf = (setting: Setting, milliseconds: number): Parts =>
  Object.fromEntries(
    formatFor(setting)
      .formatToParts(milliseconds)
      .map(({ type, value }) => [type, value]),
  );

/** An instant to the second: 9月12日 周六 18:00:05, Sat 12 Sep 18:00:05.
 * @param at - seconds since the epoch */
export function momentText(setting: Setting, at: number): string {
  const { year, month, day, weekday, hour, minute, second } = partsOf(setting, at * 1000);
  const withYear = partsOf(setting, Date.parse(setting.asOf)).year !== year;
  const clock = `${hour}:${minute}:${second}`;
  if (setting.language === "en") return `${weekday} ${day} ${month}${withYear ? ` ${year}` : ""} ${clock}`;
  return `${withYear ? `${year}年` : ""}${month}月${day}日 ${weekday} ${clock}`;
}
