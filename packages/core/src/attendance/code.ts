import { createHmac, timingSafeEqual } from "node:crypto";

/** A code is shown for this long, and taken for as long again. */
export const WINDOW_SECONDS = 30;

/** What a session's codes are derived from. The secret stays on the server. */
export interface Source {
  secret: Uint8Array;
  activityId: string;
  sessionId: string;
}

/** Crockford's base32: no letter that looks like a digit. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LINK_LENGTH = 8;

/** A code as somebody types or scans it: six digits, or the eight characters of a link. */
export const SHAPE = /^(?:[0-9]{6}|[0-9A-Za-z]{8})$/;

const windowOf = (at: string): number => Math.floor(Date.parse(at) / 1000 / WINDOW_SECONDS);

/** What is shown in one window: digits to type, and the characters that a link ends with. */
export interface Shown {
  code: string;
  linkCode: string;
}

/**
 * Six digits and eight base32 characters of HMAC-SHA-256 over activity, session and window.
 *
 * Digits are for typing: two of a million are right at a time, so a guess hits once in 500,000, and guesses are limited
 * (see `tries.ts`). The link's 40 bits cannot be guessed, so a page may tell whether a link is in force without counting a
 * try. Either proves that somebody saw the screen within a minute, not who did: whoever is there can still pass it on.
 */
function shownIn({ secret, activityId, sessionId }: Source, window: number): Shown {
  const digest = createHmac("sha256", secret).update(`check-in\n${activityId}\n${sessionId}\n${window}`).digest();
  const code = String(digest.readBigUInt64BE(0) % 1_000_000n).padStart(6, "0");
  const bits = BigInt(digest.readUIntBE(8, 5));
  const linkCode = Array.from({ length: LINK_LENGTH }, (_, at) => {
    return ALPHABET[Number((bits >> BigInt(5 * (LINK_LENGTH - 1 - at))) & 31n)];
  }).join("");
  return { code, linkCode };
}

/** The code that a session shows at an instant, and until when it is shown. */
export function codeAt(source: Source, at: string): Shown & { validUntil: string } {
  const window = windowOf(at);
  return { ...shownIn(source, window), validUntil: new Date((window + 1) * WINDOW_SECONDS * 1000).toISOString() };
}

/** The codes that a session shows in the windows after that of an instant. */
export function codesAfter(source: Source, at: string, count: number): (Shown & { validFrom: string })[] {
  const first = windowOf(at) + 1;
  return Array.from({ length: count }, (_, later) => ({
    ...shownIn(source, first + later),
    validFrom: new Date((first + later) * WINDOW_SECONDS * 1000).toISOString(),
  }));
}

/** Letters and digits that are taken for each other are one. @source Crockford, Base 32 */
const normal = (code: string): string => code.toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1");

const isShownIn = (source: Source, said: Buffer, window: number): boolean => {
  const { code, linkCode } = shownIn(source, window);
  const right = Buffer.from(said.length === LINK_LENGTH ? linkCode : code);
  return said.length === right.length && timingSafeEqual(said, right);
};

/** Whether a code is the one shown now, or the one shown before. */
export function isRightCode(source: Source, code: string, at: string): boolean {
  const window = windowOf(at);
  const said = Buffer.from(normal(code));
  const matches = [window, window - 1].map((one) => isShownIn(source, said, one));
  return matches.includes(true);
}

/** No session is looked through for longer: each half minute costs a digest. */
const REMEMBERED_HOURS = 24;

/**
 * When the code of a link was shown, though it is not taken any more; undefined for one that was not shown in the last 24
 * hours, and for six digits: of those, some of the last hours' would fit anything that is typed.
 *
 * @param from - when the session's codes began to be shown, ISO-8601 UTC
 * @returns the beginning of its half minute, ISO-8601 UTC
 */
export function shownEarlier(source: Source, code: string, { from, at }: { from: string; at: string }) {
  const said = Buffer.from(normal(code));
  if (said.length !== LINK_LENGTH) return undefined;
  const last = windowOf(at);
  const first = Math.max(windowOf(from), last - (REMEMBERED_HOURS * 3600) / WINDOW_SECONDS);
  for (let window = last; window >= first; window -= 1)
    if (isShownIn(source, said, window)) return new Date(window * WINDOW_SECONDS * 1000).toISOString();
  return undefined;
}
