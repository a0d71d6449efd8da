import { accessSync, chmodSync, constants, mkdirSync } from "node:fs";
import { Refusal } from "@yigong/core/lib/error.ts";

/**
 * Makes a data directory, readable by the owner of the process only: it has personal data and links.
 *
 * @throws `data.unwritable`
 */
export function makeDataDirectory(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    chmodSync(dataDir, 0o700);
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    const message = `${dataDir} 不能用作数据目录：请用 YIGONG_DATA 指定本用户可写的目录 / ${dataDir} cannot be the data directory (${code}): set YIGONG_DATA to a directory that this user may write to.`;
    throw new Refusal("unavailable", "data.unwritable", message, { cause: error });
  }
}
