import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import * as z from "zod";

/** That a machine was closed for good: with which export, and when. */
const Moved = z.object({ at: Instant, to: z.string() });
export type Moved = z.infer<typeof Moved>;

const pathIn = (dataDir: string): string => join(dataDir, "moved.json");

/** Closes a data directory: no machine opens it any more, until it is unlocked. */
export function markMoved(dataDir: string, moved: Moved): void {
  const path = pathIn(dataDir);
  writeFileSync(`${path}.new`, `${JSON.stringify(moved)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** Opens it again. */
export const unlockMoved = (dataDir: string): void => rmSync(pathIn(dataDir), { force: true });

/**
 * Lets a machine be opened that was not moved away: two that send the same messages would be worse than none.
 *
 * @throws `machine.moved`
 */
export function requireHere(dataDir: string): void {
  if (!existsSync(pathIn(dataDir))) return;
  const { at, to } = Moved.parse(JSON.parse(readFileSync(pathIn(dataDir), "utf8")));
  throw new Refusal(
    "conflict",
    "machine.moved",
    `此安装已于 ${at} 导出到 ${to} 并停用 / This installation was moved away at ${at} by the export ${to} and sends nothing any more.
若迁移已放弃 / If the move was given up:  npm start -- --unlock`,
  );
}
