import { Entity } from "electrodb";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { perTable } from "../lib/per-table.ts";
import { batchGet, put, type Table, transact, update } from "../lib/table.ts";
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

const entity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "message", version: "1" },
        attributes: {
          id: { type: "string", required: true },
          memberId: { type: "string", required: true },
          cause: { type: "string", required: true },
          template: { type: "string", required: true },
          activityId: { type: "string" },
          language: { type: "string", required: true },
          subject: { type: "string", required: true },
          body: { type: "string", required: true },
          at: { type: "string", required: true },
          readAt: { type: "string" },
          delivery: { type: "string", required: true },
          channel: { type: "string" },
          code: { type: "string" },
        },
        indexes: {
          byMember: {
            pk: { field: "pk", composite: ["memberId"], template: "member#${memberId}" },
            sk: { field: "sk", composite: ["id"], template: "message#${id}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

export function dynamoMessages(table: Table): Messages {
  const messages = entity(table);

  return {
    async recorded(keys) {
      const reads = keys.map(({ memberId, id }) => messages.get({ memberId, id }).params());
      const items = await batchGet(table, reads, { consistent: true });
      const found = items.flatMap((item) => (item ? [Message.Info.parse(messages.parse({ Item: item }).data)] : []));
      return new Map(found.map((message) => [message.id, message]));
    },
    async record(batch) {
      for (const message of batch) {
        const write = messages
          .put(message)
          .where((row, { notExists, eq }) => `${notExists(row.id)} OR ${eq(row.delivery, "queued")}`);
        await transact(table, [put(write.params())]);
      }
    },
    async list(memberId, { limit, cursor }) {
      const page = messages.query.byMember({ memberId }).go({ order: "desc", limit, cursor: cursor ?? null });
      const { data, cursor: next } = await fromCursor(page);
      return { items: data.map((row) => Message.Info.parse(row)), cursor: next ?? undefined };
    },
    async markRead(memberId, id, at) {
      const write = messages
        .patch({ memberId, id })
        .set({ readAt: at })
        .where((row, { notExists }) => notExists(row.readAt));
      await transact(table, [update(write.params())]);
      const { data } = await messages.get({ memberId, id }).go({ consistent: true });
      if (!data) throw new Refusal("missing", "message.missing", `You have no message ${id}.`);
      return Message.Info.parse(data);
    },
  };
}
