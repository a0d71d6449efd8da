import { createHmac, timingSafeEqual } from "node:crypto";

/** Which code: each number of a member is another one. */
export interface Source {
  secret: Uint8Array;
  memberId: string;
  sessionId: string;
  number: number;
}

/** The secret is also that of survey links: this gives codes a key of their own. */
const PURPOSE = "step-up code";

/** Six digits of HMAC-SHA-256: made when they are sent and when they are compared, and kept nowhere. */
export function codeFor({ secret, memberId, sessionId, number }: Source): string {
  const key = createHmac("sha256", secret).update(PURPOSE).digest();
  const digest = createHmac("sha256", key).update(`${memberId}\n${sessionId}\n${number}`).digest();
  return String(digest.readBigUInt64BE(0) % 1_000_000n).padStart(6, "0");
}

/** Whether a text is the code; spaces in it are of no account, which phones put between the threes. */
export function isRightCode(source: Source, said: string): boolean {
  const [right, given] = [codeFor(source), said.replace(/\s/g, "")].map((code) => Buffer.from(code)) as [
    Buffer,
    Buffer,
  ];
  return right.length === given.length && timingSafeEqual(right, given);
}
