import { createHmac, timingSafeEqual } from "node:crypto";

/** Purpose of a signature: one of a link is not valid for a form. */
export type Purpose = "upload" | "link";

/** The signature of a text under the machine's secret. */
export const sign = (secret: string, purpose: Purpose, text: string): string =>
  createHmac("sha256", secret).update(`${purpose}\n${text}`).digest("hex");

/** Whether a signature is valid, compared in constant time. */
export function isSigned(secret: string, purpose: Purpose, { text, signature }: { text: string; signature: string }) {
  const expected = Buffer.from(sign(secret, purpose, text));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
