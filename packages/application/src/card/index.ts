import { dynamoCards } from "@yigong/core/card/card.store.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Handles, Manifest, Retention } from "../manifest/manifest.ts";
import type { CardDeps } from "./card-stores.ts";
import { type ForgetCardsDeps, forgetCallbacks, forgetCards, KEPT_DAYS } from "./forget-cards.ts";
import { followCard, turnCards } from "./turn-cards.ts";

export const card = {
  name: "card",
  stores: (table: Table) => ({ cards: dynamoCards(table) }),
  handlers: (deps: CardDeps): Handles<"card.turn" | "card.follow"> => ({
    "card.turn": (effect, attempt) => turnCards(deps, effect, attempt),
    "card.follow": (effect, attempt) => followCard(deps, effect, attempt),
  }),
  retention: (deps: ForgetCardsDeps): Retention[] => [
    { rows: "cards in office apps", keptDays: KEPT_DAYS.cards, forget: forgetCards(deps) },
    { rows: "callbacks of office apps", keptDays: KEPT_DAYS.callbacks, forget: forgetCallbacks(deps) },
  ],
} as const satisfies Manifest;
