import { createDecipheriv, createHash } from "node:crypto";
import { cardRefusal } from "@yigong/core/card/card.refusals.ts";

/** SHA-256 over time, nonce, key and the bytes of the body. @source open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/event-subscription-guide/callback-subscription/receive-and-handle-callbacks */
export const feishuSignature = (
  { timestamp, nonce, encryptKey }: { timestamp: string; nonce: string; encryptKey: string },
  body: Buffer,
): string => createHash("sha256").update(`${timestamp}${nonce}${encryptKey}`).update(body).digest("hex");

/**
 * AES-256-CBC under the SHA-256 of the key; the first block is what it starts from.
 *
 * @throws `card.not_authentic`
 * @source open.feishu.cn/document/ukTMukTMukTM/uYDNxYjL2QTM24iN0EjN/event-subscription-configure-/encrypt-key-encryption-configuration-case
 */
export function feishuDecrypted(encrypted: string, encryptKey: string): string {
  try {
    const bytes = Buffer.from(encrypted, "base64");
    const key = createHash("sha256").update(encryptKey).digest();
    const decipher = createDecipheriv("aes-256-cbc", key, bytes.subarray(0, 16));
    return Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]).toString();
  } catch {
    throw cardRefusal("card.not_authentic");
  }
}
