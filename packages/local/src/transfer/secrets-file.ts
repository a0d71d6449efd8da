import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Secrets } from "../data-directory/secrets.ts";

/** Secrets that an installation on AWS also has, by SST's names. Links to files are signed by S3 there. */
const NAMES = { TokenSecret: "tokens", SurveySecret: "surveys", CheckInSecret: "checkIns" } as const;

/**
 * Writes the secrets in the format of `sst secret load`, readable by their owner only.
 *
 * With other secrets, survey links that were sent, certificates and sign-ins become invalid.
 * @returns the file's path
 */
export function writeSecrets(to: string, secrets: Secrets): string {
  const path = join(to, "secrets.env");
  const lines = Object.entries(NAMES).map(
    ([name, own]) => `${name}=${Buffer.from(secrets[own]).toString("base64url")}\n`,
  );
  writeFileSync(path, lines.join(""), { flag: "wx", mode: 0o600, flush: true });
  return path;
}
