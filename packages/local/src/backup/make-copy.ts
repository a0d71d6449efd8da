import { chmodSync, existsSync } from "node:fs";
import { chmod, copyFile, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { Refusal } from "@yigong/core/lib/error.ts";
import { readChoice } from "../store/store-record.ts";
import type { Sum } from "../transfer/jsonl-file.ts";
import { copiesIn, folderOf, partOf, removeUnfinished } from "./copies.ts";
import { readContents } from "./copy-contents.ts";
import { asCopy, type Copy, MANIFEST, readCopy } from "./copy-manifest.ts";
import { type Before, copyUploads, filesBelow, sumOfFile } from "./copy-uploads.ts";
import { bytesBelow, bytesOfFile, freeBytes, requireSpace } from "./free-space.ts";

export interface Copying {
  dataDir: string;
  /** Where copies are kept. */
  directory: string;
  /** Writes a consistent copy of the engine's file, which its own process has locked. */
  engine: (path: string) => Promise<void>;
  /** The machine's clock, ISO-8601 UTC. */
  now: () => string;
  env: Record<string, string | undefined>;
  signal: AbortSignal;
  /** Bytes that may still be written to a directory. */
  free?: (directory: string) => Promise<number>;
}

/** All pages in one step: in several, each write of the store's process would begin the copy anew. */
const ALL_PAGES = 1 << 30;
const STORE = "dynamo.db";

/** A consistent copy of a SQLite file, also while another process writes to it. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true, timeout: 5_000 });
  try {
    await backup(source, to, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
}

/** @throws `backup.other_store` when the rows are not in the data directory, or in a store that is not copied */
function requireOwnStore(dataDir: string): void {
  const kind = readChoice(join(dataDir, "store"))?.kind;
  if (kind === "dynoxide") return;
  throw new Refusal(
    "invalid",
    "backup.other_store",
    `数据不在内置存储中（${kind ?? "–"}）：请用该存储自己的备份，或停止服务后 npm run export / The rows are not in the embedded store (${kind ?? "none"}): use that store's own backups, or npm run export with the server stopped.`,
  );
}

const bytesNeeded = async (dataDir: string): Promise<number> =>
  // The store twice: checking the copy opens it.
  2 * bytesOfFile(join(dataDir, "store", STORE)) +
  bytesOfFile(join(dataDir, "store", `${STORE}-wal`)) +
  bytesOfFile(join(dataDir, "stepfunctions.sqlite")) +
  bytesOfFile(join(dataDir, "inbox.sqlite")) +
  (await bytesBelow(join(dataDir, "files")));

async function newestIn(directory: string): Promise<Before | undefined> {
  const [newest] = await copiesIn(directory);
  if (!newest) return undefined;
  try {
    return { path: newest.path, sums: readCopy(newest.path).sums };
  } catch {
    return undefined;
  }
}

/**
 * The rows first, the rest after: what is newer than the rows does no harm. Files stay under their keys, the inbox knows
 * messages by theirs, and a restore gives every open activity a new execution.
 */
async function copyAll({ dataDir, engine, now, signal }: Copying, to: string, before: Before | undefined) {
  await mkdir(join(to, "store"), { recursive: true, mode: 0o700 });
  const at = now();
  await copyDatabase(join(dataDir, "store", STORE), join(to, "store", STORE));
  signal.throwIfAborted();
  await copyFile(join(dataDir, "store", "store.json"), join(to, "store", "store.json"));
  await engine(join(to, "stepfunctions.sqlite"));
  signal.throwIfAborted();
  if (existsSync(join(dataDir, "inbox.sqlite")))
    await copyDatabase(join(dataDir, "inbox.sqlite"), join(to, "inbox.sqlite"));
  for (const name of ["secrets.json", "clock.json"])
    if (existsSync(join(dataDir, name))) await copyFile(join(dataDir, name), join(to, name));
  await copyUploads(join(dataDir, "files"), to, { ...(before ? { before } : {}), signal });
  return at;
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r");
  await file.sync().finally(() => file.close());
}

/** Sums of all files of a copy, each closed to others and on the disk. */
async function sumsOf(folder: string): Promise<Record<string, Sum>> {
  const sums: Record<string, Sum> = {};
  for await (const name of filesBelow(folder)) {
    const path = join(folder, ...name.split("/"));
    if (!name.startsWith("files/")) await chmod(path, 0o600);
    sums[name] = await sumOfFile(path);
    await syncFile(path);
  }
  return sums;
}

/**
 * Copies a whole machine into a folder of its own, while it runs, and checks the copy: the database opened, all rows
 * counted, every chain of the ledger computed again.
 *
 * The folder has another name until it is whole, and its description is written last.
 * @returns the description, and where the copy is
 * @throws `backup.no_space`, `backup.other_store`, `transfer.ledger_broken` when the machine's ledger is not sound
 */
export async function makeCopy(copying: Copying): Promise<{ copy: Copy; path: string }> {
  const { dataDir, directory, env, now, signal, free = freeBytes } = copying;
  requireOwnStore(dataDir);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  chmodSync(directory, 0o700);
  await removeUnfinished(directory);
  await requireSpace(await bytesNeeded(dataDir), directory, free);
  const part = partOf(directory, now());
  const at = await copyAll(copying, part, await newestIn(directory));
  const { name, ...contents } = await readContents(join(part, "store"), { env, signal });
  const copy = asCopy({ at, name, ...contents, sums: await sumsOf(part) });
  await writeFile(join(part, MANIFEST), `${JSON.stringify(copy)}\n`, { mode: 0o600, flush: true });
  const path = join(directory, folderOf(at));
  // A second copy within the same second takes the place of the first.
  await rm(path, { recursive: true, force: true });
  await rename(part, path);
  await syncFile(directory);
  return { copy, path };
}
