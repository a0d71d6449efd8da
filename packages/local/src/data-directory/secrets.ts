import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import * as z from "zod";
import { hasData } from "./has-data.ts";
import { readJsonFile } from "./json-file.ts";

/** Secrets of an installation, 32 random bytes each. */
export interface Secrets {
  tokens: Uint8Array;
  surveys: Uint8Array;
  checkIns: Uint8Array;
  files: Uint8Array;
}

const NAMES = ["tokens", "surveys", "checkIns", "files"] as const;
const BYTES = 32;

const Secret = z
  .base64url()
  .transform((text) => new Uint8Array(Buffer.from(text, "base64url")))
  .refine(({ length }) => length >= BYTES);
const Kept = z.object({ tokens: Secret, surveys: Secret, checkIns: Secret, files: Secret });

const WAY_ON = `请从备份恢复此文件。备份已无可寻时：npm start -- --new-secrets 换用新密钥，此前发出的令牌、调查链接、签到码、文件链接与证书核验码随之失效
Put the file back from a backup. If there is none: npm start -- --new-secrets goes on with new ones; tokens, survey links, check-in codes, links to files and certificates' codes that were given out before become invalid.`;

const pathIn = (dataDir: string): string => join(dataDir, "secrets.json");

/**
 * The secrets of a data directory.
 *
 * @throws `secrets.missing`, `data.damaged`, `data.unreadable`
 */
export function readSecrets(dataDir: string): Secrets {
  const kept = readJsonFile(pathIn(dataDir), Kept, WAY_ON);
  if (kept) return kept;
  const path = pathIn(dataDir);
  throw new Refusal("missing", "secrets.missing", `缺少 ${path} / ${path} is missing.\n${WAY_ON}`);
}

/**
 * The secrets of a data directory, generated on first use only: with data there, other secrets would void what was given
 * out. Only the owner of the process can read the file.
 *
 * @throws as `readSecrets`
 */
export function openSecrets(dataDir: string): Secrets {
  if (!existsSync(pathIn(dataDir)) && !hasData(dataDir)) generate(dataDir);
  return readSecrets(dataDir);
}

/**
 * Generates new secrets in place of missing or damaged ones, because somebody said so. Sound ones stay, and a damaged file
 * is kept under another name.
 *
 * @returns whether there are new ones
 */
export function renewSecrets(dataDir: string, at: string): boolean {
  const path = pathIn(dataDir);
  if (areSound(dataDir)) return false;
  if (existsSync(path)) renameSync(path, `${path}.${at.replaceAll(":", "")}`);
  generate(dataDir);
  return true;
}

function areSound(dataDir: string): boolean {
  try {
    readSecrets(dataDir);
    return true;
  } catch {
    return false;
  }
}

function generate(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const path = pathIn(dataDir);
  const fresh = Object.fromEntries(NAMES.map((name) => [name, randomBytes(BYTES).toString("base64url")]));
  writeFileSync(`${path}.new`, JSON.stringify(fresh), { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
