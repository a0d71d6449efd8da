import { nextTimeOfDay, plusHours, wallTimeOf } from "../lib/time.ts";
import * as Cover from "./cover.ts";

const URGENT_HOURS = 24;
const OFFER_MINUTES = 20;
/** Nobody's sleep is taken for a no: an offer made outside these hours can be answered until they begin again. */
const AWAKE = { from: "06:00", until: "22:00" } as const;

/** Whether a need was given back while its shift is ahead and less than a day away. @source docs/domain.md A7, Decision */
export const isUrgent = (need: Pick<Cover.Info, "declinedBy" | "from">, at: string): boolean =>
  Cover.wasGivenBack(need) && need.from > at && need.from < plusHours(at, URGENT_HOURS);

/** Until when an urgent offer can be answered; the shift may come first. */
export function urgentUntil(at: string, zone: string): string {
  const now = wallTimeOf(at, zone).slice(11, 16);
  const awake = now >= AWAKE.from && now < AWAKE.until;
  return plusHours(awake ? at : nextTimeOfDay(at, [AWAKE.from], zone), OFFER_MINUTES / 60);
}
