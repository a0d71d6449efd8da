import * as z from "zod";
import { Instant } from "../lib/time.ts";

export { isLive } from "./taking.ts";
export {
  answerKeyOf,
  type Claim,
  claimOf,
  doorOf,
  type Hmac,
  happinessKeyOf,
  hashOf,
  isRowed,
  isSealed,
  type Purpose,
  type Recipient,
  tokenOf,
} from "./token.ts";

/** What is known of a link. */
export interface Info {
  activityId: string;
  clientId: string;
  issue: number;
  state: "issued" | "answered";
  /** ISO-8601 UTC; without it the survey's own end decides. */
  expiresAt?: string | undefined;
  /** The form that was the answer, so that the same form sent twice is one answer. */
  submission?: string | undefined;
}

/**
 * A link that has a row of its own, found by the hash of its token; no row holds the token.
 *
 * Links had one until tokens said themselves whom they are for. None is written any more; those that are out are read.
 */
export const Rowed = z.object({
  hash: z.string().regex(/^[0-9a-f]{40}$/),
  activityId: z.string(),
  clientId: z.string(),
  issue: z.int().positive(),
  expiresAt: Instant,
  state: z.enum(["issued", "answered"]),
  submission: z.string().exactOptional(),
});
export type Rowed = z.infer<typeof Rowed>;
