import { Refusal } from "@yigong/core/lib/error.ts";

/**
 * The error that a handler throws to Lambda: only its name, which becomes `errorType` and which workflows catch by.
 *
 * Lambda logs it and an execution keeps it, so the message, which may hold personal data, is left out; it is in our log.
 * @source AWS Lambda Developer Guide, Node.js errors; docs/architecture.md rule 3
 */
export function lambdaError(error: unknown): Error {
  const name = error instanceof Error ? error.name : "Error";
  const told = new Error(error instanceof Refusal ? "It was refused." : "It failed; why was logged.");
  told.name = name;
  delete told.stack;
  return told;
}
