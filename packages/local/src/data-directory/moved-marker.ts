import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import { Instant } from "@yigong/core/lib/time.ts";
import * as z from "zod";
import { readJsonFile } from "./json-file.ts";

/** Marks a data directory whose installation was moved elsewhere by a final export. */
const Moved = z.object({ at: Instant, to: z.string() });
export type Moved = z.infer<typeof Moved>;

const WAY_ON =
  "它表示此安装已停用。若迁移已放弃 / It says that this installation was moved away. If the move was given up:  npm start -- --unlock";

const pathIn = (dataDir: string): string => join(dataDir, "moved.json");

/** Closes a data directory: no machine opens it until it is unlocked. */
export function markMoved(dataDir: string, moved: Moved): void {
  const path = pathIn(dataDir);
  writeFileSync(`${path}.new`, `${JSON.stringify(moved)}\n`, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

export const unlockMoved = (dataDir: string): void => rmSync(pathIn(dataDir), { force: true });

/**
 * Prevents that two installations send the same messages after a move.
 *
 * @throws `machine.moved`, `data.damaged`, `data.unreadable`
 */
export function requireNotMoved(dataDir: string): void {
  const moved = readJsonFile(pathIn(dataDir), Moved, WAY_ON);
  if (!moved) return;
  const { at, to } = moved;
  throw new Refusal(
    "conflict",
    "machine.moved",
    `此安装已于 ${at} 导出到 ${to} 并停用 / This installation was moved away at ${at} by the export ${to} and sends nothing any more.
若迁移已放弃 / If the move was given up:  npm start -- --unlock`,
  );
}
