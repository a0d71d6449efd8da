import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { Refusal } from "@yigong/core/lib/error.ts";

const MAGIC = "SQLite format 3\0";
const HEADER_BYTES = 100;

/**
 * Checks that a SQLite file is one, and whole, by its header. SQLite itself takes an empty file for a new database and
 * finds a truncated one as late as it reads there. Only for a file that no process has open.
 *
 * @param wayOn - what to do about it, Chinese first, ending in a full stop
 * @returns whether there is one
 * @throws `data.unreadable`, `data.damaged`
 * @source SQLite, Database File Format, section 1.3
 */
export function requireSoundDatabase(path: string, wayOn: string): boolean {
  const found = headerOf(path, wayOn);
  if (!found) return false;
  const { header, bytes } = found;
  const damaged = new Refusal("unavailable", "data.damaged", `${path} 已损坏 / ${path} is damaged.\n${wayOn}`);
  if (header.length < HEADER_BYTES || header.toString("latin1", 0, 16) !== MAGIC) throw damaged;
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  // The number of pages counts only if the same writer has left both counters.
  const isCounted = header.readUInt32BE(24) === header.readUInt32BE(92);
  if (isCounted && header.readUInt32BE(28) * pageBytes > bytes) throw damaged;
  return true;
}

function headerOf(path: string, wayOn: string): { header: Buffer; bytes: number } | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const header = Buffer.alloc(HEADER_BYTES);
    const read = readSync(file, header, 0, HEADER_BYTES, 0);
    return { header: header.subarray(0, read), bytes: fstatSync(file).size };
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    const message = `${path} 无法读取 / ${path} cannot be read (${code}).\n${wayOn}`;
    throw new Refusal("unavailable", "data.unreadable", message, { cause: error });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
