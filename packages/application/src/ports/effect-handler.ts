import type { EffectKind, EffectOf, Row } from "@yigong/core/outbox/outbox.ts";

/** What became of an effect: done, to be continued from a cursor, or to be looked at again at an instant. */
export type Handled = { state: "done" } | { state: "more"; cursor: string } | { state: "later"; dueAt: string };

/** One handler a kind; each is safe to run twice. */
export type Handlers = { [Kind in EffectKind]: (effect: EffectOf<Kind>, row: Row) => Promise<Handled> };

export const done: Handled = { state: "done" };

/** Does something that is done in one go. */
export const after = async (work: Promise<unknown>): Promise<Handled> => {
  await work;
  return done;
};
