import * as Card from "@yigong/core/card/card.ts";
import { text } from "@yigong/core/language/index.ts";
import type { ClosedCard, OpenCard } from "../ports/cards.ts";
import type { CardDeps } from "./card-stores.ts";

const faceOf = (card: Card.Info, origin: string) => ({
  key: Card.messageIdOf(card),
  reference: Card.referenceOf(card),
  account: card.account,
  title: card.title,
  body: card.body,
  open: { label: text(card.language, "card.open"), url: `${origin}${card.page}` },
});

/** A card as it asks; a no that takes a reason leads to the page. */
export function openCard(card: Card.Info, origin: string): OpenCard {
  const face = faceOf(card, origin);
  const label = text(card.language, `card.${card.kind}.no`);
  const needsReason = Card.NEEDS_REASON.includes(card.kind);
  return {
    ...face,
    yes: { label: text(card.language, `card.${card.kind}.yes`), pass: card.passes.yes },
    no: needsReason ? { label, url: face.open.url } : { label, pass: card.passes.no },
  };
}

/** A card as it shows what became of its question, and by whom, unless that was its reader. */
export async function closedCard(
  { members, origin }: Pick<CardDeps, "members" | "origin">,
  card: Card.Spent,
): Promise<ClosedCard> {
  const { outcome, language, memberId, handle } = card;
  const [by] = outcome.by === undefined || outcome.by === memberId ? [] : await members.getMany([outcome.by]);
  const worded = by
    ? text(language, `card.outcome.${outcome.code}.by`, { name: by.name })
    : text(language, `card.outcome.${outcome.code}`);
  return { ...faceOf(card, origin()), handle, outcome: worded, done: text(language, "card.done") };
}
