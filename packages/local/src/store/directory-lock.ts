import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Takes a directory for this process alone.
 *
 * The operating system holds the lock and lets go of it when the process ends, however it ends:
 * a lock file with a number in it would have to be judged by whoever finds it, and two could find it at once.
 *
 * @returns what gives the directory back, or nothing when another process has it
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
