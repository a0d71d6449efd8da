import type { Context } from "aws-lambda";
import type { DeferredWake } from "./deferred-wake.ts";
import { lambdaError } from "./lambda-error.ts";
import type { Observing } from "./observing.ts";

/** Observation and the wake of the outbox for each invocation of a function. */
export interface Runtime extends Observing {
  /** Flushed when the work is done, also when it failed after it wrote. */
  wake: DeferredWake;
}

/** A Lambda handler of events that are not HTTP. */
export const onEvent =
  <Result>({ wake, invocation }: Runtime, run: (event: unknown, context: Context) => Promise<Result>) =>
  async (event: unknown, context: Context): Promise<Result> => {
    const work = async () => {
      try {
        return await run(event, context);
      } finally {
        await wake.flush();
      }
    };
    try {
      return await invocation(context, work);
    } catch (error) {
      throw lambdaError(error);
    }
  };
