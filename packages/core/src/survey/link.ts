import * as z from "zod";
import { Instant, plusHours } from "../lib/time.ts";
import { type Hmac, hashOf, type Recipient, tokenOf } from "./token.ts";

export { isLive } from "./taking.ts";
export { answerKeyOf, type Hmac, happinessKeyOf, hashOf, type Purpose, type Recipient, tokenOf } from "./token.ts";

/** A link on its way to one client. The row is found by the hash of the token; no row holds the token. */
export const Info = z.object({
  hash: z.string().regex(/^[0-9a-f]{40}$/),
  activityId: z.string(),
  clientId: z.string(),
  issue: z.int().positive(),
  expiresAt: Instant,
  state: z.enum(["issued", "answered"]),
  /** The form whose sending spent the token, so that the same form sent twice is one answer. */
  submission: z.string().optional(),
});
export type Info = z.infer<typeof Info>;

/** A link outlives the planned end, since a survey may be extended; the survey's own end decides. */
const GRACE_HOURS = 24 * 30;

/** A token as it stands in a link: 160 bits, RFC 4648 base32 in lower case. */
export const Token = z.string().regex(/^[a-z2-7]{32}$/);

/** A new link to a client of a survey that is planned to close at `closesAt`. */
export const linkTo = (hmac: Hmac, recipient: Recipient, closesAt: string): { token: string; link: Info } => {
  const token = tokenOf(hmac, recipient);
  const expiresAt = plusHours(closesAt, GRACE_HOURS);
  return { token, link: { hash: hashOf(hmac, token), ...recipient, expiresAt, state: "issued" } };
};
