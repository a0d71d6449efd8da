import { createHash } from "node:crypto";

/** 256 bits, in hexadecimal digits. */
const DIGITS = 64;

/** A new secret of 256 bits, base64url. @param random - random lower-case hexadecimal digits */
export const newSecret = (random: (digits: number) => string): string =>
  Buffer.from(random(DIGITS), "hex").toString("base64url");

/** Whether a text may be a secret that `newSecret` made: nothing else is looked up. */
export const isSecret = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** What the store knows of a secret: SHA-256, in hexadecimal digits. 256 random bits need no salt. */
export const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");
