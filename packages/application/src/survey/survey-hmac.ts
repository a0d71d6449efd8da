import { createHmac } from "node:crypto";
import type { Hmac } from "@yigong/core/survey/link.ts";

/** The shortest secret that is taken: 256 bits. */
const LEAST_BYTES = 32;

/**
 * Makes the keyed hashes of surveys from one secret; each purpose gets a key of its own.
 *
 * @param secret - at least 32 bytes; another secret makes every link that was sent unknown
 * @throws RangeError when the secret is shorter
 */
export function hmacOf(secret: string | Uint8Array): Hmac {
  if (Buffer.byteLength(secret) < LEAST_BYTES) throw new RangeError("The survey secret needs at least 32 bytes.");
  const keys = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    const key = keys.get(purpose) ?? createHmac("sha256", secret).update(purpose).digest();
    keys.set(purpose, key);
    return key;
  };
  return (purpose, text) => createHmac("sha256", keyFor(purpose)).update(text).digest();
}
