import { withCorrelation } from "@yigong/core/lib/correlation.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import type { Lane } from "@yigong/core/outbox/lane.ts";
import type { Row } from "@yigong/core/outbox/outbox.ts";
import { type RunState, type SendDeps, sendEffect } from "./send-effect.ts";
import { leave } from "./tally.ts";

const BATCH = 25;
const PARALLEL = 8;

/** One lane in one run: looks for what is due, and again while it is woken. */
export interface LaneRun {
  /** Looks now, or once more when it is looking already. */
  wake(): void;
  /** Settles when the lane has found nothing more; undefined when it looks for nothing. Never rejects. */
  readonly running: Promise<void> | undefined;
}

/**
 * Opens a lane in a run.
 *
 * @param busy - ids of effects that any lane is at: rows of the first releases are shown to one lane and meant for another
 * @param hears - how many effects a look has handled, and the fault that ended one
 */
export function openLane(
  { lane, busy, ...deps }: SendDeps & { lane: Lane; busy: Set<string> },
  state: RunState,
  hears: { handled(count: number): void; fault(error: unknown): void },
): LaneRun {
  const { rows, now } = deps;
  const { tally, isOver } = state;
  const send = sendEffect(deps);

  /** The index may still show what is done or put off, so the row itself decides. @returns whether there was something to do */
  const look = async ({ effect }: Row): Promise<boolean> => {
    const row = await rows.stillDue(effect.id, now());
    if (row && isOver()) leave(tally, effect);
    if (!row || isOver()) return false;
    await withCorrelation(row.correlation, () => send(row, state));
    return true;
  };

  const round = async () => {
    const due = await rows.due(now(), isOver() ? 1 : BATCH, lane);
    let handled = 0;
    // What was begun is awaited also after a fault: on AWS a function that has answered is frozen.
    await inParallel(due, PARALLEL, async (row) => {
      if (isOver()) return leave(tally, row.effect);
      if (busy.has(row.effect.id)) return;
      busy.add(row.effect.id);
      try {
        if (await look(row)) handled += 1;
      } finally {
        busy.delete(row.effect.id);
      }
    });
    return handled;
  };

  let running: Promise<void> | undefined;
  let again = false;
  const loop = async () => {
    try {
      do {
        again = false;
        for (let last = await round(); last > 0; last = await round()) hears.handled(last);
      } while (again);
    } catch (error) {
      hears.fault(error);
    } finally {
      // In the same turn as the last look at `again`: a wake in between would be lost.
      running = undefined;
    }
  };
  return {
    wake() {
      if (running === undefined) running = loop();
      else again = true;
    },
    get running() {
      return running;
    },
  };
}
