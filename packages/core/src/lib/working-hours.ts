import { dayOf, instantOf, plusDays, plusHours } from "./time.ts";

/** When people are at work, by the wall clock. */
const OFFICE = { from: "09:00", until: "18:00" } as const;
const HOUR_MS = 3_600_000;

/** When the alliance's people are at work. */
export interface Office {
  zone: string;
  /** Whether a local day, `YYYY-MM-DD`, is worked. */
  works: (day: string) => boolean;
}

/** An instant so many working hours later; hours from 09:00 to 18:00 of days that are worked count. @param at - ISO-8601 UTC */
export function plusWorkingHours(at: string, hours: number, { zone, works }: Office): string {
  let [from, left] = [at, hours];
  for (;;) {
    const day = dayOf(from, zone);
    const [opens, closes] = [instantOf(day, OFFICE.from, zone), instantOf(day, OFFICE.until, zone)];
    const begin = from < opens ? opens : from;
    if (works(day) && begin < closes) {
      const open = (Date.parse(closes) - Date.parse(begin)) / HOUR_MS;
      if (left <= open) return plusHours(begin, left);
      left -= open;
    }
    from = plusDays(instantOf(day, "00:00", zone), 1, zone);
  }
}
