import type { Context } from "aws-lambda";
import type { Bell } from "./invoke.ts";
import type { Observing } from "./observing.ts";
import { outwardError } from "./outward-error.ts";

/** What happens around each invocation of a function. */
export interface Around extends Observing {
  /** Passed on once, when the work is done, also when it failed after it wrote. */
  bell: Bell;
}

/** A function as Lambda calls it, by an event and not by HTTP. */
export const invoked =
  <Result>({ bell, invocation }: Around, run: (event: unknown, context: Context) => Promise<Result>) =>
  async (event: unknown, context: Context): Promise<Result> => {
    const work = async () => {
      try {
        return await run(event, context);
      } finally {
        await bell.pass();
      }
    };
    try {
      return await invocation(context, work);
    } catch (error) {
      throw outwardError(error);
    }
  };
