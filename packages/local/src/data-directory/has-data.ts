import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";

/** What a machine leaves in its data directory as soon as it has run. */
const TRACES = ["stepfunctions.sqlite", join("store", "store.json"), "files", "inbox.sqlite"];

/** Whether a machine has run on a data directory. */
export const hasData = (dataDir: string): boolean => TRACES.some((name) => existsSync(join(dataDir, name)));

/**
 * For a command that reads what a machine has left: it must not make a directory of a mistyped name.
 *
 * @throws `data.missing`
 */
export function requireData(dataDir: string): void {
  if (hasData(dataDir) || existsSync(join(dataDir, "secrets.json"))) return;
  throw new Refusal(
    "missing",
    "data.missing",
    `${dataDir} 没有数据：请用 YIGONG_DATA 指定数据目录，或先运行 npm start / There is no data in ${dataDir}: set YIGONG_DATA to the data directory, or run npm start first.`,
  );
}
