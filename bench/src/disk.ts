import { rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Quantiles, quantiles } from "./load.ts";

const count = 200;

/** Makes small SQLite transactions with full sync on a file of its own, each of which gives its milliseconds. */
export function openDisk(directory: string): { commit(): number; close(): void } {
  const path = join(directory, "disk.sqlite");
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE line (text TEXT)");
  const insert = database.prepare("INSERT INTO line VALUES (?)");
  return {
    commit: () => {
      const begun = performance.now();
      insert.run("x".repeat(300));
      return performance.now() - begun;
    },
    close: () => {
      database.close();
      for (const end of ["", "-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
    },
  };
}

/** Milliseconds for one small transaction, as the disk gives it just now: what is durable costs that much, at least once. */
export function measureDisk(directory: string): Quantiles {
  const disk = openDisk(directory);
  const times = Array.from({ length: count }, disk.commit);
  disk.close();
  return quantiles(times);
}

/** Waits until the disk is about as quick as it was at its best, or the time is over.
 * @param best - p50 in ms, as known so far
 * @returns the best p50 in ms, as known now */
export async function calmDisk(directory: string, best: number, longestMs: number): Promise<number> {
  const until = performance.now() + longestMs;
  for (let known = best; ; ) {
    const { p50 } = measureDisk(directory);
    known = Math.min(known, p50);
    if (p50 <= 1.5 * known || performance.now() >= until) return known;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
