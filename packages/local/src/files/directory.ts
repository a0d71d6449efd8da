import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

const SEGMENT = /^[a-z0-9_][a-z0-9_.-]{0,99}$/;
const PREFIXES = ["quarantine", "serving"];

/** Whether a key is valid: a known prefix and two or three plain names, so that it cannot point outside the folder. */
export const isKey = (key: string): boolean => {
  const [prefix = "", ...names] = key.split("/");
  const plain = names.every((name) => SEGMENT.test(name) && !name.includes(".."));
  return PREFIXES.includes(prefix) && plain && (names.length === 2 || names.length === 3);
};

const absent = (error: unknown): undefined => {
  if (error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR"))
    return undefined;
  throw error;
};

/** Objects as files of one directory. Writes are atomic and durable. */
export interface Directory {
  pathOf(key: string): string;
  size(key: string): Promise<number | undefined>;
  read(key: string): Promise<Uint8Array | undefined>;
  write(key: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void>;
  remove(key: string): Promise<void>;
  /** Deletes unprocessed uploads and incomplete writes that were last changed before an instant. */
  sweep(before: Date): Promise<void>;
}

export function openDirectory(root: string): Directory {
  const incoming = join(root, "incoming");

  function pathOf(key: string): string {
    if (!isKey(key)) throw new RangeError("not a key of a file");
    return join(root, ...key.split("/"));
  }

  async function write(key: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    const path = pathOf(key);
    const torn = join(incoming, randomUUID());
    await Promise.all([incoming, dirname(path)].map((folder) => mkdir(folder, { recursive: true })));
    try {
      await writeDurably(torn, chunks);
      await rename(torn, path);
    } catch (error) {
      await rm(torn, { force: true });
      throw error;
    }
    await syncFolder(dirname(path));
  }

  return {
    pathOf,
    write,
    size: (key) => stat(pathOf(key)).then(({ size }) => size, absent),
    read: (key) => readFile(pathOf(key)).catch(absent),
    remove: (key) => rm(pathOf(key), { force: true }),
    async sweep(before) {
      for (const folder of [incoming, join(root, "quarantine")])
        for (const entry of (await readdir(folder, { recursive: true, withFileTypes: true }).catch(absent)) ?? []) {
          const path = join(entry.parentPath, entry.name);
          if (entry.isFile() && (await stat(path)).mtime < before) await rm(path, { force: true });
        }
    },
  };
}

async function writeDurably(path: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of chunks) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable only after its folder is synced. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
