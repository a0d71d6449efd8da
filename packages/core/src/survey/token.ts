/** What a key is for; each purpose has a key of its own, so that nothing made for one can serve another. */
export type Purpose =
  | "survey.door"
  | "survey.token"
  | "survey.lookup"
  | "survey.answer"
  | "survey.happiness"
  | "contact.silence";

/** HMAC-SHA-256 of a text under the key of a purpose. Injected: the domain holds no secret. */
export type Hmac = (purpose: Purpose, text: string) => Uint8Array;

/** Whom a link is for. */
export interface Recipient {
  activityId: string;
  clientId: string;
  issue: number;
}

/** Bytes of hashes and of the keys of answers: 160 bits. */
const BYTES = 20;

/** Characters of a token, five bits each: its survey's door, the client and the issue; then comes the seal that nobody else can make. */
const DOOR = 12;
const CLIENT = 3;
const ISSUE = 1;

/** The token of a link in RFC 4648 base32, lower case. */
const SHAPE = /^[a-z2-7]{48}$/;
/** A token as it was made while each link had a row: 160 bits of a keyed hash. Such links are still out. */
const ROWED = /^[a-z2-7]{32}$/;

/** By what the links of an activity's survey find it: the first 60 bits of a keyed hash, so that two never meet. */
export const doorOf = (hmac: Hmac, activityId: string): string =>
  base32(hmac("survey.door", activityId).subarray(0, BYTES)).slice(0, DOOR);

/**
 * The token of a link, the same each time it is derived.
 *
 * It says itself whom it is for, so that a link needs no row; 160 bits of a keyed hash seal it.
 */
export function tokenOf(hmac: Hmac, { activityId, clientId, issue }: Recipient): string {
  const seal = base32(hmac("survey.token", `${activityId}|${clientId}|${issue}`).subarray(0, BYTES));
  const client = digits(BigInt(clientId.slice("cli_".length)), CLIENT);
  return `${doorOf(hmac, activityId)}${client}${digits(BigInt(issue), ISSUE)}${seal}`;
}

/** What a token says: behind which door it leads and to whom, if its seal holds. */
export interface Claim extends Omit<Recipient, "activityId"> {
  door: string;
}

/** Reads a token; nothing of it is proven before {@link isSealed}. */
export function claimOf(token: string): Claim | undefined {
  if (!SHAPE.test(token)) return undefined;
  const [client, issue] = [token.slice(DOOR, DOOR + CLIENT), token.slice(DOOR + CLIENT, DOOR + CLIENT + ISSUE)];
  const number = String(numberOf(client)).padStart(4, "0");
  return { door: token.slice(0, DOOR), clientId: `cli_${number}`, issue: Number(numberOf(issue)) };
}

/** Whether a token is the one of a recipient; told by keyed hashes, so that no time tells how much of it is right. */
export const isSealed = (hmac: Hmac, token: string, recipient: Recipient): boolean =>
  hashOf(hmac, token) === hashOf(hmac, tokenOf(hmac, recipient));

/** Whether a token is of the kind whose links have rows. */
export const isRowed = (token: string): boolean => ROWED.test(token);

/** By what a token whose link has a row is looked up. */
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

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

const digits = (value: bigint, length: number): string =>
  Array.from({ length }, (_, at) => ALPHABET[Number((value >> BigInt(5 * (length - 1 - at))) & 31n)]).join("");

const numberOf = (text: string): bigint =>
  [...text].reduce((value, character) => value * 32n + BigInt(ALPHABET.indexOf(character)), 0n);

function base32(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  return digits(bits, (bytes.length * 8) / 5);
}
