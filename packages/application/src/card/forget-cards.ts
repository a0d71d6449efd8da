import type { Cards } from "@yigong/core/card/card.store.ts";
import { plusHours } from "@yigong/core/lib/time.ts";

/** Longer than anything asks for an answer; a callback is refused by its age after five minutes. */
export const KEPT_DAYS = { cards: 60, callbacks: 2 };
/** How far back is looked, for days on which nothing ran. */
const BACK_DAYS = 7;

export interface ForgetCardsDeps {
  cards: Pick<Cards, "forget" | "forgetUsed">;
  now: () => string;
}

const eachDay = async (from: number, now: string, forget: (day: string) => Promise<void>): Promise<void> => {
  for (let days = from; days <= from + BACK_DAYS; days += 1) await forget(plusHours(now, -24 * days).slice(0, 10));
};

/** Erases cards that nobody answers any more. Safe to run twice. */
export const forgetCards =
  ({ cards, now }: ForgetCardsDeps) =>
  () =>
    eachDay(KEPT_DAYS.cards, now(), cards.forget);

/** Erases what keeps a callback from being taken twice, once it is refused by its age. Safe to run twice. */
export const forgetCallbacks =
  ({ cards, now }: ForgetCardsDeps) =>
  () =>
    eachDay(KEPT_DAYS.callbacks, now(), cards.forgetUsed);
