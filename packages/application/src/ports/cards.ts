import type { Office } from "@yigong/core/member/accounts.ts";

/** A button that says its pass back, or leads to a page. */
export type Button = { label: string; pass: string } | { label: string; url: string };

interface Face {
  /** The message's own key, the same each time that it is sent. */
  key: string;
  /** By what the app names the card in a callback; one for each try. */
  reference: string;
  /** What the app calls whom it is for. */
  account: string;
  title: string;
  body: string;
  /** The page where the same is done. */
  open: { label: string; url: string };
}

/** A card that asks. */
export interface OpenCard extends Face {
  yes: Button;
  no: Button;
}

/** A card that shows what became of its question. */
export interface ClosedCard extends Face {
  /** By what the app changes it, when it told one. */
  handle: string | undefined;
  outcome: string;
  /** The outcome in ten characters at most, where a button stood. */
  done: string;
}

/**
 * An office app that shows cards.
 *
 * @throws as a channel does: `channel.unavailable` when it may work later, `channel.rejected` when it never will
 */
export interface CardApp {
  provider: Office;
  /** @returns by what the card is changed later, when the app tells one */
  send(card: OpenCard, signal?: AbortSignal): Promise<string | undefined>;
  /** Has a card show its outcome. Safe to run twice. */
  turn(card: ClosedCard, signal?: AbortSignal): Promise<void>;
}
