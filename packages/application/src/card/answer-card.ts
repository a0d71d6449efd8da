import { timingSafeEqual } from "node:crypto";
import { cardRefusal } from "@yigong/core/card/card.refusals.ts";
import * as Card from "@yigong/core/card/card.ts";
import type { Identified } from "@yigong/core/identity/identity.ts";
import { Refusal } from "@yigong/core/lib/error.ts";
import type { Info as Member } from "@yigong/core/member/member.ts";
import type { Actor } from "@yigong/core/permission/policy.ts";
import { findPerson } from "../identity/find-person.ts";
import type { IdentityDeps } from "../identity/identity-stores.ts";
import type { CardDeps } from "./card-stores.ts";
import { carryOut } from "./carry-out.ts";
import { standingOf } from "./standing.ts";

/** One press of a button, as an office app vouches for it. */
export interface Click {
  identified: Identified;
  reference: string;
  pass: string;
  /** ISO-8601 UTC. */
  at: string;
}

export type AnswerDeps = CardDeps &
  IdentityDeps & {
    /** A member with the roles in force at an instant. */
    actorFrom: (member: Member, at: string) => Promise<Actor>;
  };

const isSame = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Which button says this. @throws `card.missing` */
function replyOf({ passes }: Card.Info, pass: string): Card.Reply {
  const [yes, no] = [isSame(passes.yes, pass), isSame(passes.no, pass)];
  if (yes) return "yes";
  if (no) return "no";
  throw cardRefusal("card.missing");
}

/** The card of a click, as far as it is this app's. @throws `card.missing` */
async function cardOf(deps: AnswerDeps, { reference, identified }: Click): Promise<Card.Info> {
  const id = Card.idIn(reference);
  const card = id && (await deps.cards.find(id));
  if (!card || card.provider !== identified.provider) throw cardRefusal("card.missing");
  return card;
}

/** Who clicked, who must be the card's own reader. @throws `card.unknown_person`, `card.not_yours`, `identity.left`, `identity.ambiguous` */
async function clickerOf(deps: AnswerDeps, card: Card.Info, { identified, at }: Click) {
  const found = await findPerson(deps, identified, at);
  if (found.kind === "unknown") throw cardRefusal("card.unknown_person");
  if (found.member.id !== card.memberId) throw cardRefusal("card.not_yours");
  return deps.actorFrom(found.member, at);
}

/** Whoever presses a button has read the message; it may not be recorded yet. */
const noteRead = ({ messages }: AnswerDeps, card: Card.Info, at: string): Promise<unknown> =>
  messages.markRead(card.memberId, Card.messageIdOf(card), at).catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.kind !== "missing") throw error;
  });

const spendOn = async (deps: AnswerDeps, cardId: string, outcome: Card.Outcome, at: string): Promise<Card.Spent> => {
  const spent = await deps.cards.change(cardId, (card) => Card.spend(card, outcome, at));
  if (spent.status !== "spent") throw new TypeError(`Card ${cardId} was not spent.`);
  return spent;
};

/**
 * Answers a card by a click, as its reader would on the page, and hands back what became of its question.
 *
 * Claim, decision and end are three conditional writes in this order: two different clicks at once are one answer, a second
 * person finds the first one's decision, and after a crash the same click once more ends what was begun.
 * @throws `card.missing`, `card.unknown_person`, `card.not_yours`, `card.reason_needed`, `card.answered`, `permission.denied`,
 * and what the use case of the page refuses while the question is still open
 * @source docs/domain.md Messages, Decision, cards
 */
export async function answerCard(deps: AnswerDeps, click: Click): Promise<Card.Spent> {
  const { at } = click;
  const card = await cardOf(deps, click);
  const reply = replyOf(card, click.pass);
  const actor = await clickerOf(deps, card, click);
  await noteRead(deps, card, at);
  if (card.status === "spent") return card;
  const before = await standingOf(deps, card, at);
  if (before.state === "over") return spendOn(deps, card.id, before.outcome, at);
  if (reply === "no" && Card.NEEDS_REASON.includes(card.kind)) throw cardRefusal("card.reason_needed");
  const claimed = await deps.cards.change(card.id, (now) =>
    now.status === "spent" ? now : Card.claim(now, reply, at),
  );
  if (claimed.status === "spent") return claimed;
  try {
    await carryOut(deps, card, { actor, reply, at });
  } catch (error) {
    const after = error instanceof Refusal ? await standingOf(deps, card, at) : undefined;
    if (after?.state === "over") return spendOn(deps, card.id, after.outcome, at);
    if (after) await deps.cards.change(card.id, (now) => Card.release(now, reply));
    throw error;
  }
  const after = await standingOf(deps, card, at);
  return spendOn(deps, card.id, after.state === "over" ? after.outcome : { code: "over" }, at);
}
