import * as z from "zod";
import { Instant, plusHours } from "../lib/time.ts";

/** What a key is for; each purpose has a key of its own, so that nothing made for one can serve another. */
export type Purpose = "survey.token" | "survey.lookup" | "survey.answer" | "survey.happiness";

/** HMAC-SHA-256 of a text under the key of a purpose. Injected: the domain holds no secret. */
export type Hmac = (purpose: Purpose, text: string) => Uint8Array;

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

/** Whom a link is for. */
export interface Recipient {
  activityId: string;
  clientId: string;
  issue: number;
}

/** Bytes of a token, of its hash and of the keys of answers: 160 bits. */
const BYTES = 20;
/** A link outlives the planned end, since a survey may be extended; the survey's own end decides. */
const GRACE_HOURS = 24 * 30;

/** A token as it stands in a link: 160 bits, RFC 4648 base32 in lower case. */
export const Token = z.string().regex(/^[a-z2-7]{32}$/);

/** The token of a link, the same each time it is derived. */
export const tokenOf = (hmac: Hmac, { activityId, clientId, issue }: Recipient): string =>
  base32(hmac("survey.token", `${activityId}|${clientId}|${issue}`).subarray(0, BYTES));

/** By what a token is looked up. */
export const hashOf = (hmac: Hmac, token: string): string => hex(hmac("survey.lookup", token));

/** The key of a client's answer: one client has one answer, and nobody without the secret knows whose it is. */
export const answerKeyOf = (hmac: Hmac, { activityId, clientId }: Omit<Recipient, "issue">): string =>
  hex(hmac("survey.answer", `${activityId}|${clientId}`));

/** The key of a volunteer's answer about their own happiness; see {@link answerKeyOf}. */
export const happinessKeyOf = (
  hmac: Hmac,
  { activityId, memberId }: { activityId: string; memberId: string },
): string => hex(hmac("survey.happiness", `${memberId}|${activityId}`));

/** A new link to a client of a survey that is planned to close at `closesAt`. */
export const linkTo = (hmac: Hmac, recipient: Recipient, closesAt: string): { token: string; link: Info } => {
  const token = tokenOf(hmac, recipient);
  const expiresAt = plusHours(closesAt, GRACE_HOURS);
  return { token, link: { hash: hashOf(hmac, token), ...recipient, expiresAt, state: "issued" } };
};

/**
 * Whether a link still takes an answer: nobody has answered by it, it has not expired, and no newer one went out.
 *
 * @param sent - the newest issue that went out to the link's client; 0 before the first is out to the whole hundred
 */
export const isLive = (link: Info | undefined, { at, sent }: { at: string; sent: number }): link is Info =>
  link?.state === "issued" && at < link.expiresAt && link.issue >= sent;

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, BYTES), (byte) => byte.toString(16).padStart(2, "0")).join("");

function base32(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
  const length = (bytes.length * 8) / 5;
  return Array.from({ length }, (_, at) => alphabet[Number((bits >> BigInt(5 * (length - 1 - at))) & 31n)]).join("");
}
