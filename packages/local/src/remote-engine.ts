import { Refusal } from "@yigong/core/lib/error.ts";
import type { Engine, TimeOption } from "@yigong/stepfunctions";

/**
 * The engine of another process on the same store: it keeps the timers and calls the tasks, this process only starts
 * executions and answers tokens. A second server is opened so, beside the first one's data directory.
 *
 * @throws `engine.misconfigured` for virtual time, which one process alone can move
 */
export function remoteEngine(url: string, time: TimeOption): Engine {
  if (time.kind === "virtual") throw misconfigured("Virtual time needs an engine of one's own.");
  const elsewhere = async (): Promise<never> => {
    throw misconfigured(`The engine at ${url} belongs to another process; ask that one.`);
  };
  const nothing = async () => {};
  const clock = time.now ?? Date.now;
  return {
    listen: async () => ({ url }),
    now: () => new Date(clock()).toISOString(),
    nextDueAt: () => undefined,
    idle: nothing,
    poke: nothing,
    close: nothing,
    advanceTo: elsewhere,
    call: elsewhere,
    backup: elsewhere,
  };
}

const misconfigured = (message: string) => new Refusal("invalid", "engine.misconfigured", message);
