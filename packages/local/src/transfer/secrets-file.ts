import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Secrets } from "../data-directory/secrets.ts";

/** The secrets that an installation on AWS has too, by the names that it knows them by; links to files are S3's own there. */
const NAMES = { TokenSecret: "tokens", SurveySecret: "surveys", CheckInSecret: "checkIns" } as const;

/**
 * Writes the secrets as `sst secret load` takes them, for their owner alone.
 *
 * Under other ones, survey links in people's hands, certificates' seals and sign-ins are worth nothing.
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
