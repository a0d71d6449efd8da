import { existsSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "@yigong/core/lib/error.ts";
import { FileInUse, type LockedFile, lockFile } from "@yigong/stepfunctions";
import { requireSoundFiles } from "../data-directory/sound-files.ts";

/**
 * Prevents that a machine is opened on a data directory, by the exclusive lock on the engine's file: unlike the store,
 * that is always a local file.
 *
 * @throws `transfer.no_data` when no machine ever ran there, `transfer.in_use` when one runs now, `data.damaged` when the file is
 */
export function lockDataDirectory(dataDir: string): LockedFile {
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
    if (!(error instanceof FileInUse)) {
      requireSoundFiles(dataDir);
      throw error;
    }
    const message = `${dataDir} 正在使用，请先停止服务 / ${dataDir} is in use: stop the server first.`;
    throw new Refusal("conflict", "transfer.in_use", message, { cause: error });
  }
}
