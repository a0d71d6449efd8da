import { instantOf } from "@yigong/core/lib/time.ts";

/** The instant at which a local year begins, ISO-8601 UTC. */
export const beginningOf = (year: number, zone: string): string => instantOf(`${year}-01-01`, "00:00", zone);

/** When the run of a year begins at the latest. @source docs/domain.md The annual run */
export const latestStartOf = (year: number, zone: string): string => instantOf(`${year + 1}-01-31`, "09:00", zone);
