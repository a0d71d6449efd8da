import { type Clock, clockAt, sameDay } from "../lib/wall-clock.ts";
import type { Language } from "./catalogue.ts";

/** Where and when a text is read: the alliance's zone, and the instant whose year goes without saying. */
export interface Setting {
  zone: string;
  /** ISO-8601; without it the year is always written. */
  asOf?: string | undefined;
}

const WEEKDAYS = {
  "zh-CN": ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const two = (value: number): string => String(value).padStart(2, "0");
const clock = ({ hour, minute }: Clock): string => `${two(hour)}:${two(minute)}`;

function date(language: Language, at: Clock, { zone, asOf }: Setting): string {
  const weekday = WEEKDAYS[language][at.weekday - 1] ?? "";
  const withYear = asOf === undefined || clockAt(asOf, zone).year !== at.year;
  if (language === "zh-CN") return `${withYear ? `${at.year}年` : ""}${at.month}月${at.day}日 ${weekday}`;
  return `${weekday} ${at.day} ${MONTHS[at.month - 1] ?? ""}${withYear ? ` ${at.year}` : ""}`;
}

/** A local day with its weekday: 9月12日 周六, Sat 12 Sep. */
export const dayText = (language: Language, instant: string, setting: Setting): string =>
  date(language, clockAt(instant, setting.zone), setting);

/** A local day and time with its weekday: 9月12日 周六 18:00, Sat 12 Sep 18:00. */
export function instantText(language: Language, instant: string, setting: Setting): string {
  const at = clockAt(instant, setting.zone);
  return `${date(language, at, setting)} ${clock(at)}`;
}

/** A span of time; the second day is written only when it is another: 9月12日 周六 14:00–18:00. */
export function periodText(language: Language, from: string, to: string, setting: Setting): string {
  const [begin, end] = [clockAt(from, setting.zone), clockAt(to, setting.zone)];
  const oneDay = sameDay(begin, end);
  const until = oneDay ? clock(end) : instantText(language, to, setting);
  return `${instantText(language, from, setting)}${oneDay ? "–" : " – "}${until}`;
}
