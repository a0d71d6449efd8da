import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import * as z from "zod";
import { LedgerState } from "./ledger-state.ts";
import { Contents } from "./tally.ts";

/** Increased when an older import could not read the export. */
export const FORMAT = 1;

const Sum = z.object({ bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** The JSON Lines files of an export; `files.jsonl` lists the files under `files/` with their checksums. */
export const LINE_FILES = ["alliance.jsonl", "ledger.jsonl", "files.jsonl"] as const;
export type LineFileName = (typeof LINE_FILES)[number];

/** Origin of an export: a machine's data directory, or two tables by their ARNs. */
export const Source = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("machine"), dataDir: z.string() }),
  z.object({
    kind: z.literal("tables"),
    alliance: z.string(),
    ledger: z.string(),
    /** Bucket of the files, which are not part of the export. */
    bucket: z.string().optional(),
  }),
]);
export type Source = z.infer<typeof Source>;

/** Description and checksums of an export. It is written last: a folder without it is not a complete export. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  /** Time of the export by the clock of its machine. */
  at: Instant,
  source: Source,
  /** Whether the data directory was closed with this export. */
  final: z.boolean(),
  name: z.string(),
  zone: z.string(),
  sums: z.object({ "alliance.jsonl": Sum, "ledger.jsonl": Sum, "files.jsonl": Sum }),
  alliance: Contents,
  ledger: Contents,
  /** Summary of the ledger, recomputed from the entries. */
  points: LedgerState,
  files: z.object({ count: z.int().nonnegative(), bytes: z.int().nonnegative() }),
  /** Number of excluded rows by kind: they refer to executions of the old engine. */
  leftBehind: z.record(z.string(), z.int()),
});
export type Manifest = z.infer<typeof Manifest>;

/** One file of an export. */
export const FileLine = z.object({ key: z.string(), type: z.string(), ...Sum.shape });
export type FileLine = z.infer<typeof FileLine>;

const refuse = (code: string, message: string, cause?: unknown) =>
  new Refusal("invalid", `transfer.${code}`, message, { cause });

/**
 * Reads the manifest of an export.
 *
 * @returns the manifest with the SHA-256 of its bytes, which identifies the export
 * @throws `transfer.no_export` when there is none, `transfer.other_format` when it is of another form
 */
export function readManifest(from: string): { manifest: Manifest; sha256: string } {
  let text: string;
  try {
    text = readFileSync(join(from, "manifest.json"), "utf8");
  } catch (error) {
    throw refuse("no_export", `${from} has no manifest.json: it is no export, or one that was not finished.`, error);
  }
  const parsed = Manifest.safeParse(jsonIn(text));
  if (!parsed.success)
    throw refuse(
      "other_format",
      `${from} is not an export of format ${FORMAT}. Import it with the version that made it.`,
    );
  return { manifest: parsed.data, sha256: createHash("sha256").update(text).digest("hex") };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
