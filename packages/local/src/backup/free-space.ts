import { statSync } from "node:fs";
import { readdir, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";

/** Left over for the machine itself, in bytes. */
const RESERVE = 256 * 1_048_576;
const MIB = 1_048_576;

/** Bytes that this user may still write where a directory is. */
export async function freeBytes(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize;
}

/** Bytes of all files below a folder, 0 when there is none. */
export async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let total = 0;
  for (const entry of entries)
    if (entry.isFile())
      total += await stat(join(entry.parentPath, entry.name)).then(
        ({ size }) => size,
        () => 0,
      );
  return total;
}

export const bytesOfFile = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** @throws `backup.no_space` unless so many bytes fit and as much as a machine needs is left */
export async function requireSpace(needed: number, directory: string, free = freeBytes): Promise<void> {
  const available = await free(directory);
  if (available >= needed + RESERVE) return;
  const [has, needs] = [available, needed + RESERVE].map((bytes) => Math.ceil(bytes / MIB));
  throw new Refusal(
    "unavailable",
    "backup.no_space",
    `${directory} 空间不足：剩余 ${has} MiB，需要 ${needs} MiB，未写入。请腾出空间，或用 YIGONG_BACKUPS 另选磁盘 / There is too little room in ${directory}: ${has} MiB are free and ${needs} MiB are needed. Nothing was written. Make room, or choose another disk with YIGONG_BACKUPS.`,
  );
}
