import * as z from "zod";
import { plainText } from "../lib/plain-text.ts";
import { Instant } from "../lib/time.ts";
import { awardRefusal } from "./award.refusals.ts";

export const SourceText = plainText(4, 300);
export const ValueText = plainText(1, 200);

/** From where a year's draw takes its chance: announced first, its value entered once it is known. */
export const Source = z.object({
  source: z.string(),
  /** From when everybody can know the value, ISO-8601 UTC. */
  knownFrom: Instant,
  announcedBy: z.string(),
  announcedAt: Instant,
  value: z.string().optional(),
  enteredBy: z.string().optional(),
  enteredAt: Instant.optional(),
});
export type Source = z.infer<typeof Source>;

/** A year's own row: its newest run (0 for none) and the source of its draw. */
export const Year = z.object({
  year: z.int(),
  latest: z.int().nonnegative(),
  source: Source.optional(),
  version: z.int().nonnegative(),
});
export type Year = z.infer<typeof Year>;

function requireBefore({ latest }: Year): void {
  if (latest > 0) throw awardRefusal("award.frozen");
}

/**
 * Announces the source of a year's draw, or another one while no value is entered.
 *
 * @throws `award.frozen` once a run of the year has begun, `award.value_entered`, `award.value_known` when the value can
 * be known already
 * @source docs/domain.md I6
 */
export function announceSource(
  year: Year,
  { source, knownFrom, by, at }: { source: string; knownFrom: string; by: string; at: string },
): Year {
  requireBefore(year);
  if (year.source?.value !== undefined) throw awardRefusal("award.value_entered");
  if (knownFrom <= at) throw awardRefusal("award.value_known");
  return { ...year, source: { source, knownFrom, announcedBy: by, announcedAt: at } };
}

/**
 * Enters what the announced source said, once.
 *
 * @throws `award.frozen`, `award.no_source`, `award.value_unknown` before it can be known, `award.value_entered`
 */
export function enterValue(year: Year, { value, by, at }: { value: string; by: string; at: string }): Year {
  requireBefore(year);
  const { source } = year;
  if (!source) throw awardRefusal("award.no_source");
  if (at < source.knownFrom) throw awardRefusal("award.value_unknown", { at: source.knownFrom });
  if (source.value !== undefined && source.value !== value)
    throw awardRefusal("award.value_entered/as", { value: source.value });
  if (source.value === value) return year;
  return { ...year, source: { ...source, value, enteredBy: by, enteredAt: at } };
}

/** What of the source goes into the draw: nothing when its value was not entered in time. */
export const drawnFrom = ({ source }: Year): { source: string; value: string } =>
  source?.value === undefined ? { source: "", value: "" } : { source: source.source, value: source.value };
