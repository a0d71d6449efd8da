import { setTimeout } from "node:timers/promises";
import type { GuardedProcess } from "./guarded-process.ts";

/** A store that is restarted whenever it exits. */
export interface Supervised {
  /** Its current pid, if it runs. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

const stableAfterMs = 30_000;
const longestPauseMs = 5_000;
const backoffMs = (failures: number) => (failures === 1 ? 0 : Math.min(100 * 2 ** failures, longestPauseMs));

export interface SuperviseOptions {
  dataDir: string;
  log(line: string): void;
  /** Monotonic clock in milliseconds. */
  now?: () => number;
  pause?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Keeps a started program running for as long as this process does. It is restarted at once after the first exit, then
 * with backoff: 0.4, 0.8, 1.6, 3.2 and from then on 5 seconds. Half a minute without an exit resets the backoff.
 */
export function supervise(
  first: GuardedProcess,
  start: () => Promise<GuardedProcess>,
  options: SuperviseOptions,
): Supervised {
  const { dataDir, log, now = () => performance.now(), pause = wait } = options;
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

  async function restart(ended: string): Promise<void> {
    for (let lastOutput = ended; !stopping.signal.aborted && !current; ) {
      failures += 1;
      const last = lastOutput.split("\n").at(-1);
      log(
        `${dataDir} 的存储已退出，正在重启 / The store in ${dataDir} has ended and is started again (${failures}): ${last}`,
      );
      await pause(backoffMs(failures), stopping.signal).catch(() => {});
      if (stopping.signal.aborted) return;
      try {
        current = await start();
      } catch (error) {
        lastOutput = error instanceof Error ? error.message : String(error);
      }
    }
    if (stopping.signal.aborted) await current?.end();
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
