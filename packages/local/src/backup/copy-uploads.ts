import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, link, mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { isKey } from "../files/directory.ts";
import type { Sum } from "../transfer/jsonl-file.ts";

/** Size and SHA-256 of a file, in constant memory. */
export async function sumOfFile(path: string): Promise<Sum> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return { bytes: (await stat(path)).size, sha256: hash.digest("hex") };
}

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ENOENT";

/** Paths with slashes of all files below a folder. */
export async function* filesBelow(root: string): AsyncGenerator<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isGone(error)) return [];
    throw error;
  });
  for (const entry of entries)
    if (entry.isFile()) yield relative(root, join(entry.parentPath, entry.name)).split(sep).join("/");
}

/** The same file in the copy before: an upload never changes under its key, so that it need not be stored twice. */
export interface Before {
  path: string;
  sums: Readonly<Record<string, Sum>>;
}

/** @returns false when the copy before has no such file, or not as it was written */
async function linked(before: Before | undefined, name: string, from: string, to: string): Promise<boolean> {
  const known = before?.sums[name];
  if (!before || !known || (await stat(from)).size !== known.bytes) return false;
  try {
    await link(join(before.path, ...name.split("/")), to);
  } catch {
    return false;
  }
  if ((await sumOfFile(to)).sha256 === known.sha256) return true;
  await rm(to);
  return false;
}

/**
 * Copies uploaded files into `files/` of a copy. One that is deleted meanwhile is left out: no row leads to it.
 *
 * @param before - the newest whole copy on the same disk
 */
export async function copyUploads(
  root: string,
  to: string,
  { before, signal }: { before?: Before; signal: AbortSignal },
) {
  for await (const key of filesBelow(root)) {
    signal.throwIfAborted();
    if (!isKey(key)) continue;
    const name = `files/${key}`;
    const [from, copy] = [join(root, ...key.split("/")), join(to, ...name.split("/"))];
    await mkdir(dirname(copy), { recursive: true, mode: 0o700 });
    try {
      if (!(await linked(before, name, from, copy))) await copyFile(from, copy);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
}
