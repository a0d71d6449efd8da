import * as z from "zod";
import { canonicalText } from "./canonical.ts";
import { sha256 } from "./digest.ts";

/**
 * What the draw is made from.
 *
 * `source` was announced before the freeze, `value` is what that source then said (empty when it was not entered),
 * `salt` is the digest of the heads of all chains at the first freeze of the year, which nobody knew when the source
 * was announced. All three stay the same for later runs of the year.
 */
export const Draw = z.strictObject({ source: z.string(), value: z.string(), salt: z.string() });
export type Draw = z.infer<typeof Draw>;

/** The seed of a year's draw, 64 hexadecimal digits. @source docs/awards.md, the draw */
export const seedOf = (year: number, { source, value, salt }: Draw): string =>
  sha256(canonicalText({ draw: 1, year, source, value, salt }));

/** Somebody's lot: SHA-256 of the seed, a line feed and the pseudonym. The lower lot is ahead. */
export const lotOf = (seed: string, pseudonym: string): string => sha256(`${seed}\n${pseudonym}`);
