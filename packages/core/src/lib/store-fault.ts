import { Refusal } from "./error.ts";
import { isBusy, isTransient } from "./retry.ts";
import { storeRefusal } from "./store.refusals.ts";

/** Clashes or throttling outlasted the retries: nothing was changed, and the same again may succeed. */
export const BUSY = "store.busy";
/** The store could not serve at all. */
export const UNAVAILABLE = "store.unavailable";

// The request is right, the store is not there for us: no table, no right, no credentials.
const notOurs = new Set([
  "AccessDeniedException",
  "CredentialsProviderError",
  "ExpiredTokenException",
  "InternalServerError",
  "InvalidSignatureException",
  "ResourceNotFoundException",
  "UnrecognizedClientException",
]);

/**
 * Turns an error of the DynamoDB client into what a caller may see.
 *
 * Failed conditions are answers and malformed requests are bugs: both come back as they are.
 *
 * @returns `store.busy` when clashes or throttling outlast the retries, `store.unavailable` when the store cannot serve
 */
export function storeFault(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  if (isBusy(error)) return ours(storeRefusal("store.busy/record", {}, { cause: error }));
  if (isTransient(error) || (error instanceof Error && notOurs.has(error.name)))
    return ours(storeRefusal("store.unavailable", {}, { cause: error }));
  return error;
}

// ElectroDB wraps every error in its own class unless it believes that the error is one of its own.
const ours = (refusal: Refusal): Refusal => Object.defineProperty(refusal, "isElectroError", { value: true });
