import { createHash } from "node:crypto";
import { canonicalText, type Plain } from "./canonical.ts";

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** The digest of lines: each value in canonical form, each ended by a line feed. */
export function digestOf(values: Iterable<Plain>): string {
  const hash = createHash("sha256");
  for (const value of values) hash.update(`${canonicalText(value)}\n`, "utf8");
  return hash.digest("hex");
}
