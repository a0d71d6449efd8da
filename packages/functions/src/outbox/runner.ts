import { plusHours } from "@yigong/core/lib/time.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { Effect, EffectKind, EffectOf, Row } from "@yigong/core/outbox/outbox.ts";

/** What became of an effect: done, to be gone on with from a cursor, or to be looked at again at an instant. */
export type Handled = { state: "done" } | { state: "more"; cursor: string } | { state: "later"; dueAt: string };

/** One handler a kind; each is safe to run twice. */
export type Handlers = { [Kind in EffectKind]: (effect: EffectOf<Kind>, row: Row) => Promise<Handled> };

export const done: Handled = { state: "done" };

const BATCH = 25;
const PARALLEL = 8;
const LONGEST_BACKOFF_SECONDS = 900;

/** One second after the first failure, twice as long each time, a quarter of an hour at most. */
const backoff = (now: string, attempts: number): string =>
  plusHours(now, Math.min(2 ** (attempts - 1), LONGEST_BACKOFF_SECONDS) / 3600);

/** Sends effects. It is the only way in which anything leaves the domain. */
export interface Outbox {
  /** Sends what is due at the clock's instant until nothing is. @returns how many effects were handled */
  run(): Promise<number>;
}

export function outboxRunner(deps: {
  rows: OutboxRows;
  handlers: Handlers;
  now: () => string;
  report: (problem: { effect: Effect; error: unknown; attempts: number }) => void;
}): Outbox {
  const { rows, now } = deps;
  const handle = <Kind extends EffectKind>(effect: EffectOf<Kind>, row: Row) =>
    (deps.handlers[effect.kind as Kind] as (effect: EffectOf<Kind>, row: Row) => Promise<Handled>)(effect, row);

  const fail = async (row: Row, error: unknown) => {
    const attempts = row.attempts + 1;
    deps.report({ effect: row.effect, error, attempts });
    const lastError = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    await rows.defer(row.effect.id, { dueAt: backoff(now(), attempts), attempts, lastError });
  };

  const send = async (row: Row) => {
    let current = row;
    try {
      for (;;) {
        const handled = await handle(current.effect, current);
        if (handled.state === "done") return await rows.done(row.effect.id);
        if (handled.state === "later")
          return await rows.defer(row.effect.id, { dueAt: handled.dueAt, attempts: 0, lastError: "" });
        await rows.advance(row.effect.id, handled.cursor);
        current = { ...current, cursor: handled.cursor, attempts: 0 };
      }
    } catch (error) {
      await fail(current, error);
    }
  };

  const round = async () => {
    const due = await rows.due(now(), BATCH);
    const queue = due.values();
    const worker = async () => {
      for (const row of queue) await send(row);
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
    return due.length;
  };

  const runAll = async () => {
    let handled = 0;
    for (let last = await round(); last > 0; last = await round()) handled += last;
    return handled;
  };

  let running: Promise<number> | undefined;
  let again = false;
  return {
    async run() {
      if (running !== undefined) {
        again = true;
        return running;
      }
      running = (async () => {
        try {
          let handled = 0;
          do {
            again = false;
            handled += await runAll();
          } while (again);
          return handled;
        } finally {
          // In the same turn as the last look at `again`: a wake in between would be lost.
          running = undefined;
        }
      })();
      return running;
    },
  };
}
