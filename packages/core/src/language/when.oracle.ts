import { Temporal } from "temporal-polyfill";
import type { Language } from "./catalogue.ts";

const WEEKDAYS = {
  "zh-CN": ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
} as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** A day and time as Temporal reads them, for the tests of what is written without it. */
export function instantByTemporal(
  language: Language,
  instant: string,
  { zone, asOf }: { zone: string; asOf?: string | undefined },
): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const withYear = asOf === undefined || Temporal.Instant.from(asOf).toZonedDateTimeISO(zone).year !== at.year;
  const weekday = WEEKDAYS[language][at.dayOfWeek - 1] ?? "";
  const clock = at.toPlainTime().toString({ smallestUnit: "minute" });
  if (language === "zh-CN") return `${withYear ? `${at.year}年` : ""}${at.month}月${at.day}日 ${weekday} ${clock}`;
  return `${weekday} ${at.day} ${MONTHS[at.month - 1] ?? ""}${withYear ? ` ${at.year}` : ""} ${clock}`;
}
