import { Refusal } from "./error.ts";
import { storeRefusal } from "./store.refusals.ts";
import { BUSY } from "./store-fault.ts";

/** What an attempt answers that lost against another write and may be made anew. */
export const CLASH = Symbol("clash");

const ATTEMPTS = 12;

/**
 * Makes attempts under an optimistic lock, each from a fresh read, until one is saved. The one such loop of all stores.
 *
 * @param attempt - loads, decides and saves; told how many attempts came before
 * @param attempts - more than the usual twelve where many are expected to meet on one item
 * @throws `store.busy` after so many clashes in a row; whatever `attempt` throws, at once
 */
export async function untilSaved<Result>(
  attempt: (before: number) => Promise<Result | typeof CLASH>,
  attempts = ATTEMPTS,
): Promise<Result> {
  for (let before = 0; before < attempts; before += 1) {
    const result = await attempt(before);
    if (result !== CLASH) return result;
  }
  throw storeRefusal("store.busy/clash");
}

const TRIES = 6;

/**
 * Repeats a request that the store refused as busy, beyond the client's own retries: a rush for places is no error.
 *
 * `store.busy` means that nothing was written, so a repetition is safe.
 * @throws `store.busy` when six tries were not enough; whatever else `run` throws, at once
 */
export async function whileBusy<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== BUSY || tries === TRIES) throw error;
    }
  }
}
