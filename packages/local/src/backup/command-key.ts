import { createHmac, timingSafeEqual } from "node:crypto";
import type { Secrets } from "../data-directory/secrets.ts";

/** Shown by who can read the data directory, which has all that a copy has. */
export const commandKey = ({ files }: Pick<Secrets, "files">): string =>
  createHmac("sha256", files).update("machine.backup").digest("base64url");

export function isCommandKey(secrets: Pick<Secrets, "files">, shown: string): boolean {
  const [expected, given] = [Buffer.from(commandKey(secrets)), Buffer.from(shown)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
