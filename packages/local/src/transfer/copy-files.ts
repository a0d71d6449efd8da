import { createHash } from "node:crypto";
import { copyFile, mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { isKey } from "../files/directory.ts";
import { typeOf } from "../files/media-type.ts";
import { openLines, type Sum } from "./jsonl-file.ts";
import type { FileLine } from "./manifest.ts";

/** Every object in a directory of files, by its key; torn writes are none. */
async function* keysIn(root: string, folder = root): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    const key = relative(root, path).split(sep).join("/");
    if (entry.isDirectory()) yield* keysIn(root, path);
    else if (entry.isFile() && isKey(key)) yield key;
  }
}

export const sumOf = (bytes: Uint8Array): Sum => ({
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
});

/** Copies all objects into `files/` of an export and lists them in `files.jsonl`; without a directory there are none. */
export async function copyFiles(root: string | undefined, to: string) {
  const list = openLines(join(to, "files.jsonl"));
  const total = { count: 0, bytes: 0 };
  for await (const key of root === undefined ? [] : keysIn(root)) {
    const copy = join(to, "files", ...key.split("/"));
    await mkdir(dirname(copy), { recursive: true });
    await copyFile(join(root ?? "", ...key.split("/")), copy);
    const line: FileLine = { key, type: typeOf(key), ...sumOf(await readFile(copy)) };
    await list.write(JSON.stringify(line));
    total.count += 1;
    total.bytes += line.bytes;
  }
  return { sum: await list.end(), total };
}
