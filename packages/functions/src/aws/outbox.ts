import type { Context } from "aws-lambda";
import type { Outbox } from "../outbox/runner.ts";
import { outwardError } from "./outward-error.ts";

/** Nothing new is begun when this much of the function's time is left: the longest effects take half of it. */
const SPARE_MS = 60_000;

/** The outbox as Lambda calls it, by a wake or by the sweep: it stops in time, and the next sweep goes on. */
export const onOutbox =
  (outbox: Outbox, now: () => string) =>
  async (_event: unknown, { getRemainingTimeInMillis }: Pick<Context, "getRemainingTimeInMillis">): Promise<void> => {
    const stopAt = new Date(Date.parse(now()) + getRemainingTimeInMillis() - SPARE_MS).toISOString();
    try {
      await outbox.run(stopAt);
    } catch (error) {
      throw outwardError(error);
    }
  };
