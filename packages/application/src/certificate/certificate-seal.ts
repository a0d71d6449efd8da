import { createHmac } from "node:crypto";
import type { Seal } from "@yigong/core/certificate/code.ts";

/** The shortest secret that is taken: 256 bits. */
const LEAST_BYTES = 32;

/**
 * Makes the keyed hash of certificate codes; the secret's other uses have keys of their own.
 *
 * @param secret - at least 32 bytes; codes that were issued are kept, so that another one later harms none of them
 * @throws RangeError when the secret is shorter
 */
export function sealOf(secret: Uint8Array): Seal {
  if (secret.byteLength < LEAST_BYTES) throw new RangeError("The secret of certificates needs at least 32 bytes.");
  const key = createHmac("sha256", secret).update("certificate.code").digest();
  return (text) => createHmac("sha256", key).update(text).digest();
}
