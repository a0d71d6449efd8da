/** What a key is for; each purpose has a key of its own, so that nothing made for one can serve another. */
export type Purpose = "survey.token" | "survey.lookup" | "survey.answer" | "survey.happiness";

/** HMAC-SHA-256 of a text under the key of a purpose. Injected: the domain holds no secret. */
export type Hmac = (purpose: Purpose, text: string) => Uint8Array;

/** Whom a link is for. */
export interface Recipient {
  activityId: string;
  clientId: string;
  issue: number;
}

/** Bytes of a token, of its hash and of the keys of answers: 160 bits. */
const BYTES = 20;

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

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, BYTES), (byte) => byte.toString(16).padStart(2, "0")).join("");

function base32(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
  const length = (bytes.length * 8) / 5;
  return Array.from({ length }, (_, at) => alphabet[Number((bits >> BigInt(5 * (length - 1 - at))) & 31n)]).join("");
}
