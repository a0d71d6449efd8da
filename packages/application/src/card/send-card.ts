import * as Card from "@yigong/core/card/card.ts";
import type { Language } from "@yigong/core/language/index.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import { accountsOf } from "@yigong/core/member/accounts.ts";
import type { CardApp } from "../ports/cards.ts";
import { isRejected, isUnavailable } from "../ports/channel-fault.ts";
import { questionIn } from "./asked-by.ts";
import type { CardDeps } from "./card-stores.ts";
import { openCard } from "./show-card.ts";
import { standingOf } from "./standing.ts";

/** How often a card is looked at whose question nothing tells of. */
export const FOLLOW_HOURS = 0.5;

/** A message that might go as a card. */
export interface Cardable {
  id: string;
  memberId: string;
  template: string;
  activityId?: string | undefined;
  page?: string | undefined;
  language: Language;
  subject: string;
  /** Without the address of its page, to which the card leads. */
  body: string;
}

/** What became of it: `sent`; `waits` for the app to come back; `none` goes the ordinary way. */
export type CardDelivery = "sent" | "waits" | "none";

/** The app by which somebody is reached, and what it calls them: what they have signed in with, else what the roster names. */
async function findApp(deps: CardDeps, memberId: string): Promise<{ app: CardApp; account: string } | undefined> {
  const { cardApps = [] } = deps;
  const bound = await deps.identities.ofMember(memberId);
  const found = cardApps.find(({ provider }) => bound.some((one) => one.provider === provider));
  const own = bound.find(({ provider }) => provider === found?.provider);
  if (found && own) return { app: found, account: own.subject };
  const [member] = await deps.members.getMany([memberId]);
  const named = accountsOf(member?.accounts);
  const app = cardApps.find(({ provider }) => named.some(({ office }) => office === provider));
  const account = named.find(({ office }) => office === app?.provider)?.account;
  return app && account !== undefined ? { app, account } : undefined;
}

/** The message's card as it is, or a new one that is followed until its end. */
async function cardFor(
  deps: CardDeps,
  { id: messageId, memberId, language, subject: title, body, page = "" }: Cardable,
  made: Card.Question & { round: string; provider: CardApp["provider"]; account: string },
): Promise<Card.Info> {
  const [id, at] = [Card.idFor(messageId), deps.now()];
  const card: Card.Info = {
    ...made,
    id,
    memberId,
    passes: { yes: deps.random(32), no: deps.random(32) },
    language,
    title,
    body,
    page,
    at,
    tries: 0,
    version: 0,
    status: "open",
  };
  const dueAt = plusHours(at, FOLLOW_HOURS);
  return deps.cards.add(card, { effects: [{ kind: "card.follow", id: `card.follow#${id}`, dueAt, cardId: id }] });
}

/**
 * Sends a message as a card with two buttons, to whom an office app of the company's knows.
 *
 * Delivered at least once: it is noted right after the app took it. A card that an app refuses for good goes as an ordinary
 * message, and that is reported; one that is down is waited for while `patient`.
 */
export const cardSender =
  (deps: CardDeps) =>
  async (
    message: Cardable,
    { patient, signal }: { patient: boolean; signal?: AbortSignal | undefined },
  ): Promise<CardDelivery> => {
    const question = (deps.cardApps ?? []).length > 0 ? questionIn(message) : undefined;
    if (!question) return "none";
    const standing = await standingOf(deps, { ...question, memberId: message.memberId }, deps.now());
    if (standing.state === "over") return "none";
    const way = await findApp(deps, message.memberId);
    if (!way) return "none";
    const { provider } = way.app;
    const made = await cardFor(deps, message, { ...question, round: standing.round, provider, account: way.account });
    if (made.sentAt !== undefined) return "sent";
    const card = await deps.cards.change(made.id, (now) => ({ ...now, tries: now.tries + 1 }));
    try {
      const handle = await way.app.send(openCard(card, deps.origin()), signal);
      const sentAt = deps.now();
      await deps.cards.change(card.id, (now) => ({ ...now, sentAt, ...(handle === undefined ? {} : { handle }) }));
      return "sent";
    } catch (error) {
      if (signal?.aborted) throw error;
      if (isUnavailable(error)) return patient ? "waits" : "none";
      if (!isRejected(error)) throw error;
      deps.report(`card in ${provider}`, error);
      return "none";
    }
  };
