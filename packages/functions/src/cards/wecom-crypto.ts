import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { cardRefusal } from "@yigong/core/card/card.refusals.ts";
import { requireSame } from "./same-text.ts";

/** Padding goes to 32 bytes, twice the block of AES. @source developer.work.weixin.qq.com/document/path/90968 */
const PADDED_TO = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;

const keyOf = (encodingKey: string) => {
  const key = Buffer.from(`${encodingKey}=`, "base64");
  return { key, iv: key.subarray(0, 16) };
};

/** SHA-1 over the parts in the order of their bytes. @source developer.work.weixin.qq.com/document/path/90968 */
export const wecomSignature = (
  ...parts: readonly [token: string, timestamp: string, nonce: string, encrypted: string]
) =>
  createHash("sha1")
    .update([...parts].sort().join(""))
    .digest("hex");

/**
 * What WeCom has encrypted for a company.
 *
 * @param encodingKey - the 43 characters of the app's EncodingAESKey
 * @throws `card.not_authentic`, for each fault alike
 */
export function wecomDecrypted(
  encrypted: string,
  { encodingKey, corpId }: { encodingKey: string; corpId: string },
): string {
  const { key, iv } = keyOf(encodingKey);
  const plain = decrypted(encrypted, key, iv);
  const padding = plain.at(-1) ?? 0;
  const isPadded = padding >= 1 && padding <= PADDED_TO && plain.subarray(-padding).every((byte) => byte === padding);
  const content = plain.subarray(RANDOM_BYTES, plain.length - padding);
  if (!isPadded || content.length < LENGTH_BYTES) throw cardRefusal("card.not_authentic");
  const end = LENGTH_BYTES + content.readUInt32BE(0);
  if (end > content.length) throw cardRefusal("card.not_authentic");
  requireSame(content.subarray(end).toString(), corpId);
  return content.subarray(LENGTH_BYTES, end).toString();
}

function decrypted(encrypted: string, key: Buffer, iv: Buffer): Buffer {
  try {
    const decipher = createDecipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
    return Buffer.concat([decipher.update(encrypted, "base64"), decipher.final()]);
  } catch {
    throw cardRefusal("card.not_authentic");
  }
}

/** A text as WeCom reads it. @param random - 16 bytes that are used once */
export function wecomEncrypted(
  text: string,
  { encodingKey, corpId }: { encodingKey: string; corpId: string },
  random: Buffer,
): string {
  const { key, iv } = keyOf(encodingKey);
  const message = Buffer.from(text);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(message.length);
  const content = Buffer.concat([random, length, message, Buffer.from(corpId)]);
  const padding = PADDED_TO - (content.length % PADDED_TO);
  const cipher = createCipheriv("aes-256-cbc", key, iv).setAutoPadding(false);
  const padded = Buffer.concat([content, Buffer.alloc(padding, padding)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString("base64");
}
