import { createHash } from "node:crypto";
import * as z from "zod";
import { documents } from "../lib/documents.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { cardRefusal } from "./card.refusals.ts";
import * as Card from "./card.ts";

/** Cards in office apps, and the callbacks that were taken already. */
export interface Cards {
  /** @throws `card.missing` */
  get(cardId: string): Promise<Card.Info>;
  find(cardId: string): Promise<Card.Info | undefined>;
  /** Adds a card; one whose id is there already is handed back as it is. */
  add(card: Card.Info, caused: Caused): Promise<Card.Info>;
  /** Saves if the version is unmoved. @throws `card.missing`, `store.busy`, whatever `decide` throws */
  change(cardId: string, decide: (card: Card.Info) => Card.Info): Promise<Card.Info>;
  /** The cards about one subject; eventually consistent. */
  about(question: Pick<Card.Question, "activityId" | "subjectId">): Promise<Card.Info[]>;
  /** Uses a callback up. @returns false when it was used before */
  useOnce(provider: string, nonce: string, at: string): Promise<boolean>;
  /** Erases the cards that were made on a day, `YYYY-MM-DD` in UTC. */
  forget(day: string): Promise<void>;
  /** Erases the callbacks that were used on a day, `YYYY-MM-DD` in UTC. */
  forgetUsed(day: string): Promise<void>;
}

const dayOf = (at: string): string => at.slice(0, 10);

export const cardDocuments = documents({
  entity: "card",
  schema: Card.Info,
  attributes: { cardId: "string", activityId: "string", subjectId: "string", day: "string", version: "number" },
  key: { pk: "card#${cardId}", sk: "row" },
  indexes: {
    bySubject: { on: "gsi1", pk: "cards#${activityId}#${subjectId}", sk: "${cardId}" },
    byDay: { on: "gsi2", pk: "cards#${day}", sk: "${cardId}" },
  },
  itemOf: ({ id: cardId, activityId, subjectId, at, version }) => ({
    cardId,
    activityId,
    subjectId,
    day: dayOf(at),
    version,
  }),
  missing: () => cardRefusal("card.missing"),
});

export const callbackDocuments = documents({
  entity: "cardCallback",
  schema: z.object({ digest: z.string(), day: z.string() }),
  attributes: { digest: "string", day: "string" },
  key: { pk: "cardcallback#${digest}", sk: "row" },
  indexes: { byDay: { on: "gsi1", pk: "cardcallbacks#${day}", sk: "${digest}" } },
  body: "none",
  itemOf: (row) => row,
});

const digestOf = (provider: string, nonce: string): string =>
  createHash("sha256").update(`${provider}\n${nonce}`).digest("hex");

export function dynamoCards(table: Table): Cards {
  const cards = cardDocuments(table);
  const callbacks = callbackDocuments(table);
  return {
    get: (cardId) => cards.get({ cardId }),
    find: (cardId) => cards.find({ cardId }),
    add: (card, caused) => cards.add(card, causedOps(table, caused, card.at)),
    change: (cardId, decide) => cards.revise({ cardId }, decide),
    about: ({ activityId, subjectId }) => cards.all("bySubject", { activityId, subjectId }),
    useOnce: (provider, nonce, at) => callbacks.create({ digest: digestOf(provider, nonce), day: dayOf(at) }),
    async forget(day) {
      for (const { id } of await cards.all("byDay", { day })) await transact(table, [cards.ops.remove({ cardId: id })]);
    },
    async forgetUsed(day) {
      for (const { digest } of await callbacks.all("byDay", { day }))
        await transact(table, [callbacks.ops.remove({ digest })]);
    },
  };
}
