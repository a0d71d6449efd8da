import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { recent } from "../lib/reading.ts";
import { type Table, transact } from "../lib/table.ts";
import { messageRefusal } from "./message.refusals.ts";
import * as Message from "./message.ts";

/** What people were told. */
export interface Messages {
  /** Those of the named messages that are recorded, by id; read as of now. */
  recorded(keys: readonly Pick<Message.Info, "memberId" | "id">[]): Promise<Map<string, Message.Info>>;
  /** Records messages, each once: one that is already there stays as it is, unless it still waited for a channel. */
  record(messages: readonly Message.Info[]): Promise<void>;
  /** A person's messages, newest first. */
  list(memberId: string, page: PageRequest): Promise<Page<Message.Info>>;
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
  },
  key: { pk: "member#${memberId}", sk: "message#${id}" },
  body: "none",
  itemOf: (message) => message,
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
    list: (memberId, page) => messages.list("key", { memberId }, page, { order: "desc", ...recent }),
    async markRead(memberId, id, at) {
      const key = { memberId, id };
      const read = messages.ops.patch(key, { readAt: at }, { where: ({ readAt }, { notExists }) => notExists(readAt) });
      await transact(table, [read]);
      return messages.get(key);
    },
  };
}
