import { Refusal } from "@yigong/core/lib/error.ts";
import type { Engine, TimeOption } from "@yigong/stepfunctions";
import { probeEndpoint } from "./store/launch-program.ts";

/**
 * The engine of another process with the same store, for a second server. The other process runs timers and tasks; this
 * one only starts executions and answers task tokens, over the API at `url`.
 *
 * @throws `engine.misconfigured` for virtual time, which works in a single process only
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

/** Whether an engine answers: the one at `remote`, if it is another process's. */
export async function isEngineUp(engine: Engine, remote: string | undefined): Promise<boolean> {
  if (remote) return (await probeEndpoint(remote)) !== undefined;
  return await engine.call("ListStateMachines", { maxResults: 1 }).then(
    () => true,
    () => false,
  );
}

const misconfigured = (message: string) => new Refusal("invalid", "engine.misconfigured", message);
