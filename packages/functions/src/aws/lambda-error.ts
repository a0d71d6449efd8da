import { Refusal } from "@yigong/core/lib/error.ts";

/**
 * An error as Lambda is to report it: its name, which becomes `errorType` and which workflows catch by.
 *
 * Lambda logs what a handler throws, and an execution keeps it, so the error's own words stay behind: they may name
 * somebody. What they were is in our log.
 * @source AWS Lambda Developer Guide, Node.js errors; docs/architecture.md rule 3
 */
export function lambdaError(error: unknown): Error {
  const name = error instanceof Error ? error.name : "Error";
  const told = new Error(error instanceof Refusal ? "It was refused." : "It failed; why was logged.");
  told.name = name;
  delete told.stack;
  return told;
}
