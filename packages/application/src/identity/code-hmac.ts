import { createHmac } from "node:crypto";
import type { CodeHmac } from "@yigong/core/identity/challenge.ts";

/** The shortest secret that is taken: 256 bits. */
const LEAST_BYTES = 32;

/**
 * Makes the keyed hash of one-time codes. It is made of the surveys' secret, which routes and the outbox have both; the
 * key is for codes alone.
 *
 * @throws RangeError when the secret is shorter than 32 bytes
 */
export function codeHmacOf(secret: Uint8Array): CodeHmac {
  if (secret.byteLength < LEAST_BYTES) throw new RangeError("The secret of one-time codes needs at least 32 bytes.");
  const key = createHmac("sha256", secret).update("identity.code").digest();
  return (text) => createHmac("sha256", key).update(text).digest();
}
