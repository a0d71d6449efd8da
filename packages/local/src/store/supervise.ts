import { setTimeout as wait } from "node:timers/promises";
import type { Kept } from "./kept.ts";

/** A store that is started again when it dies. */
export interface Supervised {
  /** Its present process number, if it runs. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

const restarts = 5;
const steadyAfterMs = 30_000;
const backOffMs = (failures: number) => (failures === 1 ? 0 : 100 * 2 ** failures);

/**
 * Keeps a started program running: a dead one is started again at once, then after 0.4, 0.8, 1.6 and 3.2 seconds.
 * Half a minute without a fall counts as steady and begins anew.
 *
 * @param onLost - told once, when it has been started five times in vain
 */
export function supervise(
  first: Kept,
  start: () => Promise<Kept>,
  { dataDir, log, onLost }: { dataDir: string; log(line: string): void; onLost(error: Error): void },
): Supervised {
  let current: Kept | undefined = first;
  const stopping = new AbortController();

  async function watch() {
    let failures = 0;
    let lastWords = "";
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      if (current) {
        await current.ended;
        lastWords = current.output().trim();
        current = undefined;
      }
      if (stopping.signal.aborted) return;
      if (performance.now() - startedAt > steadyAfterMs) failures = 0;
      failures += 1;
      if (failures > restarts)
        return onLost(
          new Error(`The store in ${dataDir} has ended ${failures} times in a row and is given up:\n${lastWords}`),
        );
      log(`The store has ended and is started again (${failures} of ${restarts}): ${lastWords.split("\n").at(-1)}`);
      await wait(backOffMs(failures), undefined, { signal: stopping.signal }).catch(() => {});
      if (!stopping.signal.aborted)
        current = await start().catch((error: Error) => {
          lastWords = error.message;
          return undefined;
        });
    }
  }
  const watching = watch();

  return {
    pid: () => current?.childPid(),
    async stop() {
      stopping.abort();
      await current?.end();
      await watching;
      // One that was being started just then.
      await current?.end();
    },
  };
}
