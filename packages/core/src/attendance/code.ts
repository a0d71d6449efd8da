import { createHmac, timingSafeEqual } from "node:crypto";

/** A code is shown for this long, and taken for as long again. */
export const WINDOW_SECONDS = 30;

/** What a session's codes are derived from. The secret stays on the server. */
export interface Source {
  secret: Uint8Array;
  activityId: string;
  sessionId: string;
}

const windowOf = (at: string): number => Math.floor(Date.parse(at) / 1000 / WINDOW_SECONDS);

/**
 * Six digits of HMAC-SHA-256 over activity, session and window.
 *
 * Two of a million codes are right at a time, so a guess hits once in 500,000; wrong ones are limited (see `tries.ts`). The
 * code proves that somebody saw the screen within a minute, not who did: whoever is there can still pass it on.
 */
function digitsIn({ secret, activityId, sessionId }: Source, window: number): string {
  const digest = createHmac("sha256", secret).update(`check-in\n${activityId}\n${sessionId}\n${window}`).digest();
  return String(digest.readBigUInt64BE(0) % 1_000_000n).padStart(6, "0");
}

/** The code that a session shows at an instant, and until when it is shown. */
export function codeAt(source: Source, at: string): { code: string; validUntil: string } {
  const window = windowOf(at);
  return { code: digitsIn(source, window), validUntil: new Date((window + 1) * WINDOW_SECONDS * 1000).toISOString() };
}

/** The codes that a session shows in the windows after that of an instant. */
export function codesAfter(source: Source, at: string, count: number): { code: string; validFrom: string }[] {
  const first = windowOf(at) + 1;
  return Array.from({ length: count }, (_, later) => ({
    code: digitsIn(source, first + later),
    validFrom: new Date((first + later) * WINDOW_SECONDS * 1000).toISOString(),
  }));
}

/** Whether a code is the one shown now, or the one shown before. */
export function isRightCode(source: Source, code: string, at: string): boolean {
  const window = windowOf(at);
  const said = Buffer.from(code);
  const matches = [window, window - 1].map((one) => {
    const right = Buffer.from(digitsIn(source, one));
    return said.length === right.length && timingSafeEqual(said, right);
  });
  return matches.includes(true);
}
