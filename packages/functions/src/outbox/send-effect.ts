import type { Attempt, Handled, Handlers } from "@yigong/application/ports/effect-handler.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectKind, EffectOf, Row } from "@yigong/core/outbox/outbox.ts";
import { codeOf } from "../observe/describe-error.ts";
import type { Observe } from "../observe/observe.ts";
import { leave, type Tally } from "./tally.ts";

/** Parts of a fan-out that are sent in one go; then others have their turn. */
const PARTS = 5;
/** A part begins no further message after this long. */
const PART_MS = 20_000;
const LONGEST_BACKOFF_SECONDS = 900;

/** One second after the first failure, twice as long each time, a quarter of an hour at most. */
const backoff = (now: string, attempts: number): string =>
  plusHours(now, Math.min(2 ** (attempts - 1), LONGEST_BACKOFF_SECONDS) / 3600);

export interface SendDeps {
  rows: OutboxRows;
  handlers: Handlers;
  now: () => string;
  observe: Observe;
}

/** The run that an effect is sent in. */
export interface RunState {
  tally: Tally;
  /** Whether it is time to begin nothing more. */
  isOver: () => boolean;
  /** Aborted when what is under way has to end at once. */
  signal: AbortSignal;
}

/**
 * Sends one effect and notes what became of its row.
 *
 * One that was cut off by the signal keeps its row as it is, neither done nor failed: the next run sends it, under the
 * same key.
 */
export function sendEffect({ rows, handlers, now, observe }: SendDeps) {
  const handle = <Kind extends EffectKind>(effect: EffectOf<Kind>, attempt: Attempt) =>
    (handlers[effect.kind as Kind] as (effect: EffectOf<Kind>, attempt: Attempt) => Promise<Handled>)(effect, attempt);

  const fail = async ({ effect, ...row }: Row, error: unknown, tally: Tally) => {
    const attempts = row.attempts + 1;
    tally.failed += 1;
    leave(tally, effect);
    observe.fault("effect", error, { kind: effect.kind, effect: effect.id, attempts });
    await rows.defer(effect, { dueAt: backoff(now(), attempts), attempts, lastError: codeOf(error) });
  };

  /** @returns whether the effect has another part for this run */
  const settle = async (row: Row, handled: Handled, { tally, isOver }: RunState): Promise<boolean> => {
    if (handled.state === "done") {
      await rows.done(row.effect.id);
      tally.sent += 1;
      return false;
    }
    if (handled.state === "later") {
      await rows.defer(row.effect, { dueAt: handled.dueAt, attempts: 0, lastError: "" });
      tally.later += 1;
      return false;
    }
    await rows.advance(row.effect.id, handled.cursor);
    if (isOver()) leave(tally, row.effect);
    return !isOver();
  };

  /** The next turn of a fan-out that is in no hurry. */
  const pause = async ({ effect }: Row, seconds: number, { tally }: RunState) => {
    await rows.defer(effect, { dueAt: plusHours(now(), seconds / 3600), attempts: 0, lastError: "" });
    tally.later += 1;
  };

  return async (row: Row, state: RunState): Promise<void> => {
    const { signal, isOver, tally } = state;
    let current = row;
    try {
      for (let part = 1; part <= PARTS; part += 1) {
        const begun = performance.now();
        const isPartOver = () => isOver() || performance.now() - begun > PART_MS;
        const handled = await handle(current.effect, { ...current, signal, isOver: isPartOver });
        if (!(await settle(row, handled, state)) || handled.state !== "more") return;
        current = { ...current, cursor: handled.cursor, attempts: 0 };
        if (part === PARTS && handled.pauseSeconds) await pause(row, handled.pauseSeconds, state);
      }
    } catch (error) {
      if (signal.aborted) leave(tally, row.effect);
      else await fail(current, error, tally);
    }
  };
}
