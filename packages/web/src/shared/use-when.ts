import { dayText, instantText, LANGUAGES, periodText } from "@yigong/core/language/index.ts";
import { useReading } from "./api/use-reading.ts";
import { useLanguage } from "./language.ts";

/** The alliance's settings, read once. */
export const useSettings = () => useReading("GET /organization", {}, { live: false }).data;

/** The languages that the alliance offers, the usual one first. */
export const useOffered = () => useSettings()?.languages ?? LANGUAGES;

const ZONE = "Asia/Shanghai";

/** Says instants in the alliance's zone and the reader's language; the year only when it is another. */
export function useWhen() {
  const language = useLanguage();
  const zone = useSettings()?.zone ?? ZONE;
  const setting = { zone, asOf: new Date().toISOString() };
  return {
    /** A local day, `YYYY-MM-DD`. */
    date: (day: string) => dayText(language, `${day}T12:00:00.000Z`, { ...setting, zone: "UTC" }),
    day: (at: string) => dayText(language, at, setting),
    instant: (at: string) => instantText(language, at, setting),
    period: (from: string, to: string) => periodText(language, from, to, setting),
  };
}
