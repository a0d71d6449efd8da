import type { Outbox } from "../outbox/runner.ts";
import { onEvent, type Runtime } from "./event-handler.ts";

/** Nothing new is begun when this much of the function's time is left: enough for the longest part of an effect. */
const SPARE_MS = 60_000;

/** The outbox as Lambda calls it, by a wake or by the sweep: it stops in time, and the next sweep goes on. */
export const onOutbox = (runtime: Runtime, outbox: Outbox, now: () => string) =>
  onEvent(runtime, async (_, context) => {
    const stopAt = new Date(Date.parse(now()) + context.getRemainingTimeInMillis() - SPARE_MS).toISOString();
    await outbox.run(stopAt);
  });
