import type { DatabaseSync } from "node:sqlite";

export type Write = () => void;

/** Group commit: writes of many executions become durable in one transaction with one sync. */
export interface Committer {
  /** Adds writes that are committed together; resolves once they are on disk. */
  commit(writes: readonly Write[]): Promise<void>;
  /** Commits all pending writes synchronously. */
  flush(): void;
  readonly waiting: boolean;
}

interface Waiting {
  writes: readonly Write[];
  resolve(): void;
}

const firstPauseMs = 50;
const longestPauseMs = 2_000;

/** After a failed commit (a full disk, say) the writes stay queued and are retried with backoff; their promises stay
 * pending, so that nothing depends on state that is not on disk.
 * @param onFlushed - called after each commit, before its promises resolve */
export function openCommitter(database: DatabaseSync, onFlushed: () => void): Committer {
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  let queue: Waiting[] = [];
  let scheduled = false;
  let pauseMs = firstPauseMs;

  const flush = () => {
    scheduled = false;
    const batch = queue;
    if (batch.length === 0) return;
    try {
      begin.run();
      for (const { writes } of batch) for (const write of writes) write();
      commit.run();
    } catch {
      if (database.isOpen && database.isTransaction) database.exec("ROLLBACK");
      if (database.isOpen) retry();
      return;
    }
    queue = queue.slice(batch.length);
    pauseMs = firstPauseMs;
    onFlushed();
    for (const { resolve } of batch) resolve();
  };
  const retry = () => {
    scheduled = true;
    setTimeout(flush, pauseMs).unref();
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
  };
  return {
    commit: (writes) =>
      new Promise((resolve) => {
        queue.push({ writes, resolve });
        if (scheduled) return;
        scheduled = true;
        setImmediate(flush);
      }),
    flush,
    get waiting() {
      return queue.length > 0;
    },
  };
}
