import * as Card from "@yigong/core/card/card.ts";
import { plusHours } from "@yigong/core/lib/time.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import { isRejected, isUnavailable } from "../ports/channel-fault.ts";
import { type Attempt, done, type Handled } from "../ports/effect-handler.ts";
import type { CardDeps } from "./card-stores.ts";
import { FOLLOW_HOURS } from "./send-card.ts";
import { closedCard } from "./show-card.ts";
import { standingOf } from "./standing.ts";

/** Later than this after its end a card stays as it is: apps take no change any more. */
const TURNS_HOURS = 72;

/** Most installations have none, and questions move there as well. */
const hasApps = ({ cardApps = [] }: CardDeps): boolean => cardApps.length > 0;

/** Has a spent card's app show the outcome, once. @throws `channel.unavailable` while that may work later */
async function show(deps: CardDeps, card: Card.Spent, signal?: AbortSignal): Promise<void> {
  if (card.sentAt === undefined || card.turnedAt !== undefined) return;
  const app = deps.cardApps?.find(({ provider }) => provider === card.provider);
  const at = deps.now();
  if (!app || at >= plusHours(card.spentAt, TURNS_HOURS)) return;
  try {
    await app.turn(await closedCard(deps, card), signal);
  } catch (error) {
    if (isUnavailable(error) || !isRejected(error)) throw error;
    deps.report(`card in ${card.provider}`, error);
  }
  await deps.cards.change(card.id, (now) => (now.status === "spent" ? { ...now, turnedAt: at } : now));
}

/** Ends a card whose question is over and shows it. @returns until when the question is open; undefined when it is over */
async function turn(deps: CardDeps, card: Card.Info, signal?: AbortSignal): Promise<string | undefined> {
  const at = deps.now();
  const standing = card.status === "spent" ? undefined : await standingOf(deps, card, at);
  if (standing?.state === "open") return standing.until;
  const spent = standing ? await deps.cards.change(card.id, (now) => Card.spend(now, standing.outcome, at)) : card;
  if (spent.status === "spent") await show(deps, spent, signal);
  return undefined;
}

/** Has the cards about a subject show what became of it, those of one app while another is down, too. Safe to run twice. */
export async function turnCards(
  deps: CardDeps,
  { activityId, subjectId }: EffectOf<"card.turn">,
  { signal }: Pick<Attempt, "signal">,
): Promise<Handled> {
  const cards = hasApps(deps) ? await deps.cards.about({ activityId, subjectId }) : [];
  const turned = await Promise.allSettled(cards.map((card) => turn(deps, card, signal)));
  const failed = turned.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  return done;
}

/** Looks at one card until its question is over, at its time and every half hour, since not everything that ends one tells. */
export async function followCard(
  deps: CardDeps,
  { cardId }: EffectOf<"card.follow">,
  { signal }: Pick<Attempt, "signal">,
): Promise<Handled> {
  const card = hasApps(deps) ? await deps.cards.find(cardId) : undefined;
  const until = card && (await turn(deps, card, signal));
  if (until === undefined) return done;
  const [now, soon] = [deps.now(), plusHours(deps.now(), FOLLOW_HOURS)];
  return { state: "later", dueAt: until > now && until < soon ? until : soon };
}
