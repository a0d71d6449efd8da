import { createHmac, timingSafeEqual } from "node:crypto";

/** What a signature is for: one made for a link is never good for a form. */
export type Purpose = "upload" | "link";

/** The signature of a text under the machine's secret. */
export const sign = (secret: string, purpose: Purpose, text: string): string =>
  createHmac("sha256", secret).update(`${purpose}\n${text}`).digest("hex");

/** Whether a signature is right, in a time that tells nothing about the right one. */
export function isSigned(secret: string, purpose: Purpose, { text, signature }: { text: string; signature: string }) {
  const right = Buffer.from(sign(secret, purpose, text));
  const given = Buffer.from(signature);
  return right.length === given.length && timingSafeEqual(right, given);
}
