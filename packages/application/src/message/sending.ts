import type { Message } from "@yigong/core/message/index.ts";
import type { Messages } from "@yigong/core/message/message.store.ts";
import type { OutboxRows } from "@yigong/core/outbox/outbox.store.ts";
import type { EffectOf } from "@yigong/core/outbox/outbox.ts";
import type { Info as Preference } from "@yigong/core/preference/preference.ts";
import type { cardSender } from "../card/send-card.ts";
import type { Channels } from "../ports/channels.ts";
import type { Rules } from "./message-rules.ts";
import type { FindPeople, Recipient } from "./resolve-audience.ts";

/** Attempts, about half a minute with the outbox's backoff, after which the next channel to a person is tried. */
export const PATIENT_TRIES = 5;

/** What a message says to one person and to no other; `words` names another template to word it by. */
export interface Own {
  params: Readonly<Record<string, string>>;
  words?: Message.Template | undefined;
}
export type Personal = ReadonlyMap<string, Own>;

/** What messages are sent with. */
export interface Sending {
  messages: Messages;
  channels: Channels;
  find: FindPeople;
  /** What a message says to each of a page's people and to no other, such as a post or a sum of points; by member id. */
  personal?: ((effect: EffectOf<"message.send">, people: readonly Recipient[]) => Promise<Personal>) | undefined;
  /** Sends a request as a card with two buttons, where an office app knows the person. */
  sendCard?: ReturnType<typeof cardSender> | undefined;
  outbox: Pick<OutboxRows, "add">;
  /** What the alliance has set for its messages; without it nothing is held back. */
  rules?: (() => Promise<Rules>) | undefined;
  /** By which channel people like each kind; without it the usual order. */
  preferences?: ((memberIds: readonly string[]) => Promise<ReadonlyMap<string, Preference>>) | undefined;
  /** Where people reach us, without a slash at the end. */
  origin: () => string;
  /** The alliance's zone, in which times are told. */
  zone: string;
  now: () => string;
}

/** A message that one person was not told. */
export interface GivenUp {
  person: Recipient;
  own: Own | undefined;
  message: Extract<Message.Info, { delivery: "failed" }>;
}

/** What became of a page. */
export interface Told {
  /** Who waits for a channel, with the message as it is recorded when it is given up. */
  waiting: GivenUp[];
  givenUp: GivenUp[];
  /** The channels that took the message for somebody. */
  reached: Set<Message.Channel>;
  /** How many there was no time for. */
  left: number;
}
