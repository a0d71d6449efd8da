import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import { FileInUse, lockFile } from "@yigong/stepfunctions";

/**
 * Holds a data directory against a machine that would be opened on it: the engine's file is open in one process only,
 * whatever kind of store there is.
 *
 * @returns what lets go of it
 * @throws `transfer.no_data` when no machine ever ran there, `transfer.in_use` when one runs now
 */
export function holdAlone(dataDir: string): () => void {
  const path = join(dataDir, "stepfunctions.sqlite");
  if (!existsSync(path))
    throw new Refusal(
      "missing",
      "transfer.no_data",
      `${dataDir} 没有数据 / There is no data in ${dataDir}. Set YIGONG_DATA.`,
    );
  try {
    return lockFile(path);
  } catch (error) {
    if (!(error instanceof FileInUse)) throw error;
    const message = `${dataDir} 正在使用，请先停止服务 / ${dataDir} is in use: stop the server first.`;
    throw new Refusal("conflict", "transfer.in_use", message, { cause: error });
  }
}
