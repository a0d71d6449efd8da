import type { Clock } from "../lib/clock.ts";
import type { Committer } from "../store/committer.ts";
import type { Store } from "../store/store.ts";
import type { InFlight } from "./in-flight.ts";
import type { openTimers } from "./timers.ts";

interface Parts {
  readonly clock: Clock;
  readonly store: Store;
  readonly committer: Committer;
  readonly inFlight: InFlight;
  readonly timers: ReturnType<typeof openTimers>;
}

/** Advances the clock to an instant, stopping at each timer on the way: branches are woken one at a time, and everything
 * that a wake-up causes is finished before the next. */
export async function advance({ clock, store, committer, inFlight, timers }: Parts, toIso: string): Promise<void> {
  if (!clock.virtual) throw new Error("advanceTo needs virtual time");
  const to = Date.parse(toIso);
  if (Number.isNaN(to)) throw new Error(`Not an instant: ${toIso}`);
  await inFlight.idle();
  for (let [next] = store.dueBranches(to, 1); next; [next] = store.dueBranches(to, 1)) {
    clock.set(next.due);
    await timers.fire(next.execution, next.id);
    await inFlight.idle();
  }
  clock.set(to);
  await committer.commit([store.metaWrite("clock", clock.now())]);
}
