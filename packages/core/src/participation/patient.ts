import { Refusal } from "../lib/error.ts";

const TRIES = 6;

/**
 * Comes again while the store says that it is busy, beyond the client's own retries: a rush for places is no error.
 *
 * `store.busy` means that nothing was written, so doing it again is safe.
 * @throws `store.busy` when even that was not enough; whatever else `run` throws, at once
 */
export async function patient<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "store.busy" || attempt === TRIES) throw error;
    }
  }
}
