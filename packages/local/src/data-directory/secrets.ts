import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** One installation's secrets, each 32 random bytes. */
export interface Secrets {
  tokens: Uint8Array;
  surveys: Uint8Array;
  checkIns: Uint8Array;
  files: Uint8Array;
}

const NAMES = ["tokens", "surveys", "checkIns", "files"] as const;

/** Reads the data directory's secrets, making them the first time; only the owner of the process can read the file. */
export function openSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, "secrets.json");
  if (!existsSync(path)) {
    const fresh = Object.fromEntries(NAMES.map((name) => [name, randomBytes(32).toString("base64url")]));
    writeFileSync(`${path}.new`, JSON.stringify(fresh), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }
  const kept = JSON.parse(readFileSync(path, "utf8")) as Record<string, string | undefined>;
  const secret = (name: (typeof NAMES)[number]): Uint8Array => {
    const text = kept[name];
    if (!text) throw new Error(`${path} lacks the secret "${name}".`);
    return new Uint8Array(Buffer.from(text, "base64url"));
  };
  return { tokens: secret("tokens"), surveys: secret("surveys"), checkIns: secret("checkIns"), files: secret("files") };
}
