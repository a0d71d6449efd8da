import { AsyncLocalStorage } from "node:async_hooks";

const LONGEST = 100;
const inForce = new AsyncLocalStorage<string | undefined>();

/** Runs something, and all that it waits for, under a correlation; under none when it is left out. */
export const withCorrelation = <Result>(id: string | undefined, run: () => Result): Result =>
  inForce.run(id === undefined ? undefined : correlationOf(id), run);

/** What ties together a request, the effects that it caused and the executions that they started; undefined outside of all. */
export const correlation = (): string | undefined => inForce.getStore();

/**
 * A value as a correlation may be: at most 100 characters of `A-Z a-z 0-9 : _ = -`.
 *
 * API Gateway's ids end with `=`, so its access log and ours name a request by the same text. Any other character
 * becomes `-`.
 */
export const correlationOf = (value: string): string =>
  value.slice(0, LONGEST).replaceAll(/[^A-Za-z0-9:_=-]/g, "-") || "none";
