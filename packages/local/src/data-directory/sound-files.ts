import { join } from "node:path";
import { beginDatabase, requireSoundDatabase } from "./sound-database.ts";

const ENGINE_WAY_ON =
  "请从备份恢复整个数据目录。没有备份时可将此文件移走：活动的进度在存储中，执行会自动重建 / Put the whole data directory back from a backup. Without one, move the file away: the progress of activities is in the store, and their executions are started again.";
const INBOX_WAY_ON =
  "请从备份恢复，或将此文件移走：其中只有以前的已发消息 / Put it back from a backup, or move it away: it only has messages sent before.";

/**
 * Checks the databases of a data directory besides the store's. Only while no other process has them open.
 *
 * @throws `data.unreadable`, `data.damaged`
 */
export function requireSoundFiles(dataDir: string): void {
  requireSoundDatabase(engineIn(dataDir), ENGINE_WAY_ON);
  requireSoundDatabase(inboxIn(dataDir), INBOX_WAY_ON);
}

/** The same for a machine that is to run there: makes those that are not there. */
export function openSoundFiles(dataDir: string): void {
  requireSoundFiles(dataDir);
  beginDatabase(engineIn(dataDir));
  beginDatabase(inboxIn(dataDir));
}

const engineIn = (dataDir: string) => join(dataDir, "stepfunctions.sqlite");
const inboxIn = (dataDir: string) => join(dataDir, "inbox.sqlite");
