import * as z from "zod";

/** No I, L, O and U: what is read aloud or copied by hand cannot be taken for something else. @source Crockford base32 */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 16;

/** The code by which anybody verifies a certificate: 80 bits, so that guessing leads nowhere. */
export const Code = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{16}$/, "must be 16 letters and digits")
  .brand<"certificateCode">();
export type Code = z.infer<typeof Code>;

/** HMAC-SHA-256 of a text under a key that is used for nothing else. Injected: the domain holds no secret. */
export type Seal = (text: string) => Uint8Array;

/** What makes a certificate: an award run that gave an honour to a member. */
export interface Cause {
  runId: string;
  memberId: string;
}

/** The code of the certificate that a cause makes: the same each time, and nobody without the key can work it out. */
export function codeOf(seal: Seal, { runId, memberId }: Cause): Code {
  const bytes = seal(`${runId}|${memberId}`).subarray(0, (LENGTH * 5) / 8);
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const at = (index: number) => ALPHABET[Number((bits >> BigInt(5 * (LENGTH - 1 - index))) & 31n)];
  return Code.parse(Array.from({ length: LENGTH }, (_, index) => at(index)).join(""));
}

/** A code as it is printed: in groups of four. */
export const grouped = (code: Code): string => code.replaceAll(/(.{4})(?=.)/g, "$1-");

/** Reads a code as people type it: any case, full width or not, with or without the hyphens, O for 0, I and L for 1. */
export function readCode(typed: string): Code | undefined {
  const plain = typed
    .slice(0, 200)
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.·]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  return Code.safeParse(plain).data;
}
