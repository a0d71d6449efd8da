import * as z from "zod";
import type { Refusal } from "../lib/error.ts";
import { Instant, plusHours } from "../lib/time.ts";
import { identityRefusal } from "./identity.refusals.ts";

/**
 * How often within how many hours. By number also for numbers that nobody has, so that a limit tells nothing; by network
 * so generously that a whole office behind one address gets in; by phone or mail so that nobody is pestered.
 * @source docs/domain.md "Decision, one-time codes"
 */
export const LIMITS = {
  codesByNumber: { most: 5, hours: 1 },
  codesByNetwork: { most: 300, hours: 1 },
  codesByAddress: { most: 10, hours: 1 },
  triesByNumber: { most: 20, hours: 24 },
  triesByNetwork: { most: 300, hours: 1 },
} as const;
export type Limit = keyof typeof LIMITS;

/** How often something was done since an instant. */
export const Count = z.object({
  digest: z.string(),
  since: Instant,
  count: z.int().nonnegative(),
  version: z.int().nonnegative(),
});
export type Count = z.infer<typeof Count>;

/**
 * Counts once more; when the hours since the first are over, from one again.
 *
 * @throws `identity.too_many_codes`, `identity.too_many_tries`, each with the instant of the next
 */
export function countedOnce(
  before: Count | undefined,
  limit: Limit,
  { digest, at }: { digest: string; at: string },
): Count {
  const { most, hours } = LIMITS[limit];
  if (!before || plusHours(before.since, hours) <= at)
    return { digest, since: at, count: 1, version: before?.version ?? 0 };
  if (before.count >= most) throw tooMany(limit, plusHours(before.since, hours));
  return { ...before, count: before.count + 1 };
}

const tooMany = (limit: Limit, next: string): Refusal =>
  identityRefusal(limit.startsWith("codes") ? "identity.too_many_codes" : "identity.too_many_tries", { next });
