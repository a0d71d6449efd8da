import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { recent } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import { type Caused, causedOps } from "../outbox/caused.row.ts";
import { messageRefusal } from "./message.refusals.ts";
import * as Message from "./message.ts";

/**
 * Where messages are looked for: a person's, an activity's, or all that arrived or did not. What did not arrive is apart, so
 * that the few that somebody has to see are found without the many.
 */
export type Where = { memberId: string } | { activityId: string } | { box: Box };
export type Box = "undelivered" | "sent";
/** A message's place among others. */
export interface Place {
  at: string;
  id: string;
}

/** How many of a person's messages are looked at for the measure of a day, and for a digest. */
const COUNTED = 12;
const DIGESTED = 60;

const boxOf = ({ delivery }: Message.Info): Box => (delivery === "delivered" ? "sent" : "undelivered");

/** What people were told. */
export interface Messages {
  /** Those of the named messages that are recorded, by id; read as of now. */
  recorded(keys: readonly Pick<Message.Info, "memberId" | "id">[]): Promise<Map<string, Message.Info>>;
  /** Records messages, each once: one that is already there stays as it is, unless it still waited for a channel. */
  record(messages: readonly Message.Info[]): Promise<void>;
  /** A person's messages, newest first. */
  list(memberId: string, page: PageRequest): Promise<Page<Message.Info>>;
  /**
   * How many messages a person was sent since an instant, urgent ones left out; counted from the newest, eventually
   * consistent: two at the very same time may both pass for the second.
   */
  pushesSince(memberId: string, since: string): Promise<number>;
  /** Those of a person's newest messages that wait for a digest. Consistent. */
  inDigest(memberId: string): Promise<Message.Info[]>;
  /** One message; undefined when there is none. */
  find(memberId: string, id: string): Promise<Message.Info | undefined>;
  /** Messages before a place in time, newest first, at most `limit`; eventually consistent. */
  before(where: Where, place: Place | undefined, limit: number): Promise<Message.Info[]>;
  /** Has a message wait that did not arrive, with what sends it. @returns false when it moved meanwhile */
  requeue(before: Message.Info, after: Message.Info, caused: Caused & { at: string }): Promise<boolean>;
  /** Notes that a channel told when it reached the person; the first word holds. @returns false when it was not sent */
  markReceived(memberId: string, id: string, at: string): Promise<boolean>;
  /** Notes the first time that a person opened a message. @throws `message.missing` */
  markRead(memberId: string, id: string, at: string): Promise<Message.Info>;
}

export const messageDocuments = documents({
  entity: "message",
  schema: Message.Info,
  attributes: {
    id: "string",
    memberId: "string",
    cause: "string",
    template: "string",
    activityId: "string?",
    language: "string",
    subject: "string",
    body: "string",
    page: "string?",
    at: "string",
    readAt: "string?",
    delivery: "string",
    channel: "string?",
    code: "string?",
    sentAt: "string?",
    receivedAt: "string?",
    passed: "json?",
    tries: "number?",
    until: "string?",
    kind: "string?",
    only: "json?",
    box: "string?",
  },
  key: { pk: "member#${memberId}", sk: "message#${id}" },
  // Channels take far fewer a second than one partition of an index does.
  indexes: {
    byBox: { on: "gsi1", pk: "messages#${box}", sk: "${at}#${id}" },
    byActivity: {
      on: "gsi2",
      pk: "activity#${activityId}#messages",
      sk: "${at}#${id}",
    },
  },
  body: "none",
  itemOf: (message) => ({ ...message, box: boxOf(message) }),
  missing: () => messageRefusal("message.missing"),
});

export function dynamoMessages(table: Table): Messages {
  const messages = messageDocuments(table);
  return {
    async recorded(keys) {
      const found = await messages.getMany(keys.map(({ memberId, id }) => ({ memberId, id })));
      return new Map(found.map((message) => [message.id, message]));
    },
    async record(batch) {
      for (const message of batch) {
        const write = messages.ops.put(
          message,
          ({ id, delivery }, { notExists, eq }) => `${notExists(id)} OR ${eq(delivery, "queued")}`,
        );
        await transact(table, [write]);
      }
    },
    async pushesSince(memberId, since) {
      const { items } = await messages.list("key", { memberId }, { limit: COUNTED }, { order: "desc", ...recent });
      return items.filter(
        (one) =>
          one.delivery === "delivered" && one.kind !== "urgent" && one.sentAt !== undefined && one.sentAt >= since,
      ).length;
    },
    async inDigest(memberId) {
      const { items } = await messages.list("key", { memberId }, { limit: DIGESTED }, { order: "desc" });
      return items.filter((one) => one.delivery === "queued" && one.code === Message.IN_DIGEST);
    },
    find: (memberId, id) => messages.find({ memberId, id }),
    async before(where, place, limit) {
      const newest = { order: "desc", ...recent } as const;
      if ("memberId" in where) {
        const range = place ? { range: { lt: { id: place.id } } } : {};
        return (await messages.list("key", where, { limit }, { ...newest, ...range })).items;
      }
      const range = place ? { range: { lt: { at: place.at, id: place.id } } } : {};
      const page = { limit };
      return "box" in where
        ? (await messages.list("byBox", where, page, { ...newest, ...range })).items
        : (await messages.list("byActivity", where, page, { ...newest, ...range })).items;
    },
    async requeue(before, after, { at, ...caused }) {
      const put = messages.ops.put(after, ({ delivery, tries }, { eq, notExists }) => {
        const same = before.tries === undefined ? notExists(tries) : eq(tries, before.tries);
        return `${eq(delivery, before.delivery)} AND ${same}`;
      });
      return (await transact(table, [put, ...causedOps(table, caused, at)])).ok;
    },
    list: (memberId, page) => messages.list("key", { memberId }, page, { order: "desc", ...recent }),
    async markReceived(memberId, id, at) {
      const patch = messages.ops.patch(
        { memberId, id },
        { receivedAt: at },
        {
          where: ({ delivery, receivedAt }, { eq, notExists }) =>
            `${eq(delivery, "delivered")} AND ${notExists(receivedAt)}`,
        },
      );
      return (await transact(table, [patch])).ok;
    },
    async markRead(memberId, id, at) {
      const key = { memberId, id };
      const read = messages.ops.patch(key, { readAt: at }, { where: ({ readAt }, { notExists }) => notExists(readAt) });
      await transact(table, [read]);
      return messages.get(key);
    },
  };
}
