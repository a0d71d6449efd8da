import type { EffectKind, EffectOf, Row } from "@yigong/core/outbox/outbox.ts";

/**
 * What became of an effect: done, to be continued from a cursor, or to be looked at again at an instant. A fan-out that is in
 * no hurry pauses between its turns.
 */
export type Handled =
  | { state: "done" }
  | { state: "more"; cursor: string; pauseSeconds?: number }
  | { state: "later"; dueAt: string };

/** An effect's row while it is sent. */
export interface Attempt extends Row {
  /** Whether it is time to begin nothing more. */
  isOver?: (() => boolean) | undefined;
  /** Aborted when what is under way has to end at once. */
  signal?: AbortSignal | undefined;
}

/** One handler a kind; each is safe to run twice. */
export type Handlers = { [Kind in EffectKind]: (effect: EffectOf<Kind>, attempt: Attempt) => Promise<Handled> };

export const done: Handled = { state: "done" };

/** Does something that is done in one go. */
export const after = async (work: Promise<unknown>): Promise<Handled> => {
  await work;
  return done;
};
