import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Takes an exclusive lock on a directory.
 *
 * It is a lock of the operating system, which releases it however the process ends. A pid file would have to be checked
 * for staleness, and two processes could do that at once.
 *
 * @returns releases the lock; undefined when another process holds it
 */
export function lockDirectory(dataDir: string): (() => void) | undefined {
  const held = new DatabaseSync(join(dataDir, "store.lock"), { timeout: 0 });
  try {
    held.exec("BEGIN EXCLUSIVE");
    return () => held.close();
  } catch (error) {
    held.close();
    if (/locked|busy/i.test(String(error))) return undefined;
    throw error;
  }
}
