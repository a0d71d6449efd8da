import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Refusal } from "@yigong/core/lib/error.ts";

const MAGIC = "SQLite format 3\0";
const HEADER_BYTES = 100;

/**
 * Checks that a SQLite file is one, and whole, by its header. SQLite itself takes an empty file for a new database and
 * finds a truncated one as late as it reads there. Only for a file that no process has open.
 *
 * A process that was killed may have left a file that counts more pages than it has, with the others in the
 * write-ahead log or the rollback journal beside it. SQLite has to find every page sound once that is finished.
 *
 * @param wayOn - what to do about it, Chinese first, ending in a full stop
 * @param isBegun - whether it was whole once; a process that was killed when it made its file has left it empty
 * @returns whether there is one
 * @throws `data.unreadable`, `data.damaged`
 * @source SQLite, Database File Format, section 1.3
 */
export function requireSoundDatabase(path: string, wayOn: string, isBegun = true): boolean {
  const found = headerOf(path, wayOn);
  if (!found || (found.bytes === 0 && !isBegun)) return false;
  const { header, bytes } = found;
  const damaged = new Refusal("unavailable", "data.damaged", `${path} 已损坏 / ${path} is damaged.\n${wayOn}`);
  if (header.length < HEADER_BYTES || header.toString("latin1", 0, 16) !== MAGIC) throw damaged;
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  // The number of pages counts only if the same writer has left both counters.
  const isCounted = header.readUInt32BE(24) === header.readUInt32BE(92);
  const pages = header.readUInt32BE(28);
  const isShort = isCounted && pages * pageBytes > bytes;
  if (isShort && !(isUnfinished(path) && isSoundWhenFinished(path, pages))) throw damaged;
  return true;
}

const LOGS = ["-wal", "-journal"];

const isUnfinished = (path: string): boolean =>
  LOGS.some((end) => (statSync(path + end, { throwIfNoEntry: false })?.size ?? 0) > 0);

/**
 * On a copy, as a database that is refused is left as it is.
 *
 * @param pages - that it is to have: a part of the log makes a sound database of some time ago. A rollback journal
 *   brings back how many there were before
 */
function isSoundWhenFinished(path: string, pages: number): boolean {
  const folder = mkdtempSync(`${path}.check-`);
  const copy = join(folder, "copy");
  try {
    copyFileSync(path, copy, constants.COPYFILE_FICLONE);
    for (const end of LOGS)
      if (existsSync(path + end)) copyFileSync(path + end, copy + end, constants.COPYFILE_FICLONE);
    const database = new DatabaseSync(copy);
    try {
      const found = Number(database.prepare("PRAGMA page_count").get()?.page_count);
      const isWhole = existsSync(`${path}-wal`) ? found >= pages : true;
      return isWhole && database.prepare("PRAGMA quick_check(1)").get()?.quick_check === "ok";
    } finally {
      database.close();
    }
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

/** Makes a database that is not there yet, under another name first: a process that is killed here leaves no empty file. */
export function beginDatabase(path: string): void {
  if (existsSync(path)) return;
  const unfinished = `${path}.new`;
  rmSync(unfinished, { force: true });
  const database = new DatabaseSync(unfinished);
  database.exec("VACUUM");
  database.close();
  renameSync(unfinished, path);
}
