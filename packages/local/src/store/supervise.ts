import { setTimeout } from "node:timers/promises";
import type { Kept } from "./guarded-process.ts";

/** A store that is started again when it dies. */
export interface Supervised {
  /** Its present process number, if it runs. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

const restarts = 5;
const steadyAfterMs = 30_000;
const backOffMs = (failures: number) => (failures === 1 ? 0 : 100 * 2 ** failures);

/** What a supervisor needs of the world around it. */
export interface Surroundings {
  dataDir: string;
  log(line: string): void;
  /** Told once, when the program has been started five times in vain. */
  onLost(error: Error): void;
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number;
  pause?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Keeps a started program running: a dead one is started again at once, then after 0.4, 0.8, 1.6 and 3.2 seconds.
 * Half a minute without a fall counts as steady and begins anew.
 */
export function supervise(first: Kept, start: () => Promise<Kept>, surroundings: Surroundings): Supervised {
  const { dataDir, log, onLost, now = () => performance.now(), pause = wait } = surroundings;
  const stopping = new AbortController();
  let current: Kept | undefined = first;
  let failures = 0;

  /** Waits for the end of the one that runs; true when it is to be started again. */
  async function hasFallen(one: Kept): Promise<boolean> {
    const startedAt = now();
    await one.ended;
    current = undefined;
    if (now() - startedAt > steadyAfterMs) failures = 0;
    return !stopping.signal.aborted;
  }

  async function startAgain(lastWords: string): Promise<void> {
    failures += 1;
    if (failures > restarts) {
      const message = `The store in ${dataDir} has ended ${failures} times in a row and is given up:\n${lastWords}`;
      return onLost(new Error(message));
    }
    log(`The store has ended and is started again (${failures} of ${restarts}): ${lastWords.split("\n").at(-1)}`);
    await pause(backOffMs(failures), stopping.signal).catch(() => {});
    if (stopping.signal.aborted) return;
    try {
      current = await start();
      if (stopping.signal.aborted) await current.end();
    } catch (error) {
      await startAgain(error instanceof Error ? error.message : String(error));
    }
  }

  async function watch(): Promise<void> {
    for (let one: Kept | undefined = first; one; one = current)
      if (await hasFallen(one)) await startAgain(one.output().trim());
  }
  const watching = watch();

  return {
    pid: () => current?.childPid(),
    async stop() {
      stopping.abort();
      await current?.end();
      await watching;
    },
  };
}

const wait = (milliseconds: number, signal: AbortSignal) => setTimeout(milliseconds, undefined, { signal });
