import { Refusal } from "./error.ts";
import { isBusy, isTransient } from "./retry.ts";

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
  if (isBusy(error))
    return fault(BUSY, "The store is busy with the same record. Nothing was changed; try again.", error);
  if (isTransient(error) || (error instanceof Error && notOurs.has(error.name)))
    return fault(UNAVAILABLE, "The store cannot be reached at the moment. Try again later.", error);
  return error;
}

function fault(code: string, message: string, cause: unknown): Refusal {
  const refusal = new Refusal("unavailable", code, message, { cause });
  // ElectroDB wraps every error in its own class unless it believes that the error is one of its own.
  return Object.defineProperty(refusal, "isElectroError", { value: true });
}
