import { Refusal } from "@yigong/core/lib/error.ts";
import { greet } from "./launch-program.ts";
import type { LocalStore, StoreOptions } from "./local-store.ts";
import { openStore } from "./store.ts";
import { readRun } from "./store-record.ts";

/** A store as a command needs it for a moment. */
export type Beside = Pick<LocalStore, "config" | "dropAutoToken" | "stop">;

/**
 * Opens the store of a data directory for a command: the one that a machine has running, else for the command alone.
 *
 * @throws as `openStore`
 */
export async function besideMachine(options: StoreOptions): Promise<Beside> {
  try {
    return await openStore(options);
  } catch (error) {
    const endpoint = readRun(options.dataDir)?.endpoint;
    const isRunning = error instanceof Refusal && error.code === "store.locked" && endpoint !== undefined;
    const answer = isRunning ? await greet(endpoint) : undefined;
    if (!answer || endpoint === undefined) throw error;
    const credentials = { accessKeyId: "local", secretAccessKey: "local" };
    return {
      config: { endpoint, region: "us-east-1", credentials },
      dropAutoToken: answer.dynoxide !== undefined,
      stop: async () => {},
    };
  }
}
