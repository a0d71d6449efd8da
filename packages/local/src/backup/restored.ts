import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import { marksIn } from "./sent-journal.ts";

/** There while a restore is under way: what a killed one has left is no machine. */
const UNFINISHED = "restoring";
/** What the machine before had sent since its copy. */
const SENT = "sent.log";

export const beginRestore = (dataDir: string): void =>
  writeFileSync(join(dataDir, UNFINISHED), "", { flag: "wx", mode: 0o600, flush: true });

export const endRestore = (dataDir: string): Promise<void> => rm(join(dataDir, UNFINISHED));

/** @throws `restore.unfinished` */
export function requireRestored(dataDir: string): void {
  if (!existsSync(join(dataDir, UNFINISHED))) return;
  throw new Refusal(
    "conflict",
    "restore.unfinished",
    `${dataDir} 的恢复未完成：请删除此目录，再恢复一次 / The restore into ${dataDir} was not finished: delete the folder and restore once more.`,
  );
}

export const writeSentBefore = (dataDir: string, marks: readonly string[]): void =>
  writeFileSync(join(dataDir, SENT), marks.map((mark) => `${mark}\n`).join(""), { mode: 0o600, flush: true });

/** Marks of what was sent before this machine was restored. */
export const sentBefore = (dataDir: string): ReadonlySet<string> =>
  existsSync(join(dataDir, SENT)) ? new Set(marksIn(readFileSync(join(dataDir, SENT), "utf8"))) : new Set();
