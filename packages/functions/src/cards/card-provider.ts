import type { CardApp, ClosedCard } from "@yigong/application/ports/cards.ts";
import { cardRefusal } from "@yigong/core/card/card.refusals.ts";
import type { Identified } from "@yigong/core/identity/identity.ts";

/** A callback as it came in. */
export interface Callback {
  method: "GET" | "POST";
  query: URLSearchParams;
  header: (name: string) => string | undefined;
  body: Buffer;
}

/** What an app is answered, always under 200. */
export interface Answer {
  type: "application/json" | "application/xml" | "text/plain";
  text: string;
}

/** What whoever clicked sees then: the card with its outcome, or why nothing was done. */
export type Shown = { card: ClosedCard } | { note: string };

/** An authentic callback: one that has its answer already, or a click on a card. */
export type Opened =
  | { kind: "answered"; answer: Answer }
  | {
      kind: "click";
      /** What an app says once only, so that a copy of it is noticed. */
      nonce: string;
      identified: Identified;
      reference: string;
      pass: string;
      show(shown: Shown): Answer;
    };

/** An office app whose cards call back. */
export interface CardProvider extends CardApp {
  /**
   * Reads a callback, and believes nothing in it before its signature fits.
   *
   * @param now - milliseconds since 1970
   * @throws `card.not_authentic`, `card.stale`
   */
  open(callback: Callback, now: number): Opened;
}

/** How far a callback's clock may be from ours; as long a copy could be sent again, which its nonce refuses. */
const MOST_MS = 5 * 60_000;

/** @param said - when a callback says that it was sent, milliseconds since 1970 @throws `card.not_authentic`, `card.stale` */
export function requireFresh(said: number, now: number): void {
  if (!Number.isFinite(said)) throw cardRefusal("card.not_authentic");
  if (Math.abs(now - said) > MOST_MS) throw cardRefusal("card.stale");
}

export const json = (value: object): Answer => ({ type: "application/json", text: JSON.stringify(value) });

/** The object that a text says. @throws `card.not_authentic` */
export function objectOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // What is no JSON comes from nobody whom we know.
  }
  throw cardRefusal("card.not_authentic");
}
