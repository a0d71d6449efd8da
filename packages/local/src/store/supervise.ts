import { setTimeout } from "node:timers/promises";
import type { GuardedProcess } from "./guarded-process.ts";

/** A store that is restarted when it exits. */
export interface Supervised {
  /** Its current pid, if it runs. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

const maxRestarts = 5;
const stableAfterMs = 30_000;
const backoffMs = (failures: number) => (failures === 1 ? 0 : 100 * 2 ** failures);

export interface SuperviseOptions {
  dataDir: string;
  log(line: string): void;
  /** Called once, after five restarts in a row. */
  onLost(error: Error): void;
  /** Monotonic clock in milliseconds. */
  now?: () => number;
  pause?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Keeps a started program running. It is restarted at once after the first exit, then with backoff: 0.4, 0.8, 1.6 and
 * 3.2 seconds. Half a minute without an exit resets the count.
 */
export function supervise(
  first: GuardedProcess,
  start: () => Promise<GuardedProcess>,
  options: SuperviseOptions,
): Supervised {
  const { dataDir, log, onLost, now = () => performance.now(), pause = wait } = options;
  const stopping = new AbortController();
  let current: GuardedProcess | undefined = first;
  let failures = 0;

  /** @returns whether the program is to be restarted */
  async function waitForExit(one: GuardedProcess): Promise<boolean> {
    const startedAt = now();
    await one.ended;
    current = undefined;
    if (now() - startedAt > stableAfterMs) failures = 0;
    return !stopping.signal.aborted;
  }

  async function restart(lastOutput: string): Promise<void> {
    failures += 1;
    if (failures > maxRestarts) {
      const message = `The store in ${dataDir} has ended ${failures} times in a row and is given up:\n${lastOutput}`;
      return onLost(new Error(message));
    }
    log(`The store has ended and is started again (${failures} of ${maxRestarts}): ${lastOutput.split("\n").at(-1)}`);
    await pause(backoffMs(failures), stopping.signal).catch(() => {});
    if (stopping.signal.aborted) return;
    try {
      current = await start();
      if (stopping.signal.aborted) await current.end();
    } catch (error) {
      await restart(error instanceof Error ? error.message : String(error));
    }
  }

  async function watch(): Promise<void> {
    for (let one: GuardedProcess | undefined = first; one; one = current)
      if (await waitForExit(one)) await restart(one.output().trim());
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
