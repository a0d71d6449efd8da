import { Refusal } from "@yigong/core/lib/error.ts";
import { probeEndpoint } from "./launch-program.ts";
import type { LocalStore, StoreOptions } from "./local-store.ts";
import { openStore } from "./store.ts";
import { readRun } from "./store-record.ts";

/** A store for the duration of a command. */
export type AttachedStore = Pick<LocalStore, "config" | "dropAutoToken" | "stop">;

/**
 * Opens the store of a data directory for a command: attaches to the one of a running server, otherwise starts it.
 * `stop` ends only a store that was started here.
 *
 * @throws as `openStore`
 */
export async function attachStore(options: StoreOptions): Promise<AttachedStore> {
  try {
    return await openStore(options);
  } catch (error) {
    const { endpoint, key = "local" } = readRun(options.dataDir) ?? {};
    const isRunning = error instanceof Refusal && error.code === "store.locked" && endpoint !== undefined;
    const answer = isRunning ? await probeEndpoint(endpoint) : undefined;
    if (!answer || endpoint === undefined) throw error;
    const credentials = { accessKeyId: key, secretAccessKey: "local" };
    return {
      config: { endpoint, region: "us-east-1", credentials },
      dropAutoToken: answer.dynoxide !== undefined,
      stop: async () => {},
    };
  }
}
