import type { Handled, Handlers } from "@yigong/application/ports/effect-handler.ts";
import { withCorrelation } from "@yigong/core/lib/correlation.ts";
import { inParallel } from "@yigong/core/lib/parallel.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectKind, EffectOf, Row } from "@yigong/core/outbox/outbox.ts";
import { codeOf } from "../observe/describe-error.ts";
import type { Observe } from "../observe/observe.ts";
import { leave, type Tally, tell } from "./tally.ts";

const BATCH = 25;
const PARALLEL = 8;
/** Parts of a fan-out that are sent in one go; then others have their turn. */
const PARTS = 5;
const LONGEST_BACKOFF_SECONDS = 900;

/** One second after the first failure, twice as long each time, a quarter of an hour at most. */
const backoff = (now: string, attempts: number): string =>
  plusHours(now, Math.min(2 ** (attempts - 1), LONGEST_BACKOFF_SECONDS) / 3600);

/** Sends effects. It is the only way in which anything leaves the domain. */
export interface Outbox {
  /**
   * Sends what is due at the clock's instant until nothing is. What went wrong is told here: no caller need report it.
   *
   * @param stopAt - no effect, nor a further part of one, is begun from this instant on; ISO-8601 UTC
   * @returns how many effects were handled
   */
  run(stopAt?: string): Promise<number>;
}

/** Whether it is time to begin nothing more. */
type IsOver = () => boolean;

export function outboxRunner(deps: {
  rows: OutboxRows;
  handlers: Handlers;
  now: () => string;
  observe: Observe;
}): Outbox {
  const { rows, now, observe } = deps;
  const handle = <Kind extends EffectKind>(effect: EffectOf<Kind>, row: Row) =>
    (deps.handlers[effect.kind as Kind] as (effect: EffectOf<Kind>, row: Row) => Promise<Handled>)(effect, row);

  const fail = async ({ effect, ...row }: Row, error: unknown, tally: Tally) => {
    const attempts = row.attempts + 1;
    tally.failed += 1;
    leave(tally, effect);
    observe.fault("effect", error, { kind: effect.kind, effect: effect.id, attempts });
    await rows.defer(effect.id, { dueAt: backoff(now(), attempts), attempts, lastError: codeOf(error) });
  };

  const send = async (row: Row, tally: Tally, isOver: IsOver) => {
    let current = row;
    try {
      for (let part = 1; ; part += 1) {
        const handled = await handle(current.effect, current);
        if (handled.state === "done") {
          await rows.done(row.effect.id);
          tally.sent += 1;
          return;
        }
        if (handled.state === "later") {
          await rows.defer(row.effect.id, { dueAt: handled.dueAt, attempts: 0, lastError: "" });
          tally.later += 1;
          return;
        }
        await rows.advance(row.effect.id, handled.cursor);
        if (isOver()) return leave(tally, row.effect);
        if (part === PARTS) return;
        current = { ...current, cursor: handled.cursor, attempts: 0 };
      }
    } catch (error) {
      await fail(current, error, tally);
    }
  };

  /** The index may still show what is done or put off, so the row itself decides. @returns whether there was something to do */
  const look = async ({ effect }: Row, tally: Tally, isOver: IsOver): Promise<boolean> => {
    const row = await rows.stillDue(effect.id, now());
    if (row && isOver()) leave(tally, effect);
    if (!row || isOver()) return false;
    await withCorrelation(row.correlation, () => send(row, tally, isOver));
    return true;
  };

  const round = async (tally: Tally, isOver: IsOver) => {
    const due = await rows.due(now(), isOver() ? 1 : BATCH);
    let handled = 0;
    // What was begun is awaited also after a fault: on AWS a function that has answered is frozen.
    await inParallel(due, PARALLEL, async (row) => {
      if (isOver()) leave(tally, row.effect);
      else if (await look(row, tally, isOver)) handled += 1;
    });
    return handled;
  };

  const runAll = async (tally: Tally, isOver: IsOver) => {
    let handled = 0;
    for (let last = await round(tally, isOver); last > 0; last = await round(tally, isOver)) handled += last;
    return handled;
  };

  let running: Promise<number> | undefined;
  let again = false;
  return {
    async run(stopAt) {
      if (running !== undefined) {
        again = true;
        return running;
      }
      // Under nobody's correlation: on one machine a request wakes it, and it sends others' effects too.
      running = withCorrelation(undefined, async () => {
        const tally: Tally = { sent: 0, later: 0, failed: 0 };
        const begun = performance.now();
        const isOver = () => stopAt !== undefined && now() >= stopAt;
        try {
          let handled = 0;
          do {
            again = false;
            handled += await runAll(tally, isOver);
          } while (again);
          tell(tally, { observe, begun, at: now() });
          return handled;
        } catch (error) {
          observe.fault("outbox", error);
          observe.count("Faults");
          throw error;
        } finally {
          // In the same turn as the last look at `again`: a wake in between would be lost.
          running = undefined;
        }
      });
      return running;
    },
  };
}
