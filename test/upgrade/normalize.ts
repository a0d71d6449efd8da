import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sorted } from "./compare.ts";

/** Replaces the path of the machine on which the export was made. */
const DATA_DIR = "/srv/yigong";

const sumOf = (text: string) => ({
  bytes: Buffer.byteLength(text),
  sha256: createHash("sha256").update(text).digest("hex"),
});

/** JSON lines in order, with ordered keys: a scan returns them in any order. */
export const orderedLines = (lines: readonly string[]): string =>
  lines
    .map((line) => `${JSON.stringify(sorted(JSON.parse(line)))}\n`)
    .sort()
    .join("");

/** Removes from an export what differs between two runs on different machines; its content stays. */
export function normalize(folder: string): void {
  const path = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8")) as { source: object; sums: Record<string, object> };
  manifest.source = { kind: "machine", dataDir: DATA_DIR };
  for (const name of Object.keys(manifest.sums)) {
    const text = orderedLines(readFileSync(join(folder, name), "utf8").trimEnd().split("\n"));
    writeFileSync(join(folder, name), text);
    manifest.sums[name] = sumOf(text);
  }
  writeFileSync(path, `${JSON.stringify(manifest, null, 2)}\n`);
}
