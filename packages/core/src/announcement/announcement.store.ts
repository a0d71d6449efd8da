import { documents } from "../lib/documents.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import type { Effect } from "../outbox/outbox.ts";
import { announcementRefusal } from "./announcement.refusals.ts";
import * as Announcement from "./announcement.ts";

/** Recruitment notices. They are never deleted: an announcement stays readable. @source docs/domain.md A3 */
export interface Announcements {
  /** Keeps a new announcement and sends it on its way; one that is already there stays as it is. */
  announce(announcement: Announcement.Info): Promise<void>;
  find(activityId: string, id: string): Promise<Announcement.Info | undefined>;
  /** All of an activity, the newest first. */
  of(activityId: string): Promise<Announcement.Info[]>;
  /** @throws `announcement.missing` */
  get(activityId: string, id: string): Promise<Announcement.Info>;
  /** Saves what became of it on its way, and what that causes. @param at - when it became so, ISO-8601 UTC */
  settle(announcement: Announcement.Info, effects?: readonly Effect[], at?: string): Promise<void>;
  /** The newest of an activity, if it has been announced. */
  newest(activityId: string): Promise<Announcement.Info | undefined>;
  /** The newest of an activity, with the revision before it. @throws `announcement.missing` */
  newestTwo(activityId: string): Promise<[Announcement.Info, Announcement.Info?]>;
  /** The newest of an activity. @throws `announcement.missing` */
  latest(activityId: string): Promise<Announcement.Info>;
  /** Of all activities, newest first. */
  list(page: PageRequest): Promise<Page<Announcement.Info>>;
}

const everybody = "announcements";
const missing = () => announcementRefusal("announcement.missing");

export const announcementDocuments = documents({
  entity: "announcement",
  schema: Announcement.Info,
  attributes: {
    id: "string",
    activityId: "string",
    revision: "number",
    content: "json",
    createdAt: "string",
    status: "string",
    publishedAt: "string?",
    refusedAt: "string?",
    code: "string?",
    everybody: "string",
  },
  key: { pk: "activity#${activityId}", sk: "announcement#${id}" },
  indexes: { newest: { on: "gsi1", pk: "${everybody}", sk: "${createdAt}#${id}" } },
  body: "none",
  itemOf: (announcement) => ({ ...announcement, everybody }),
  missing,
});

export function dynamoAnnouncements(table: Table): Announcements {
  const rows = announcementDocuments(table);

  const newest = async (activityId: string) =>
    (await rows.list("key", { activityId }, { limit: 1 }, { order: "desc" })).items[0];

  return {
    async announce(announcement) {
      const { id, activityId, createdAt } = announcement;
      const send = {
        kind: "announcement.publish",
        id: `announcement.publish#${id}`,
        activityId,
        announcementId: id,
      } as const;
      await rows.create(announcement, effectOps(table, [{ ...send, dueAt: createdAt }], createdAt));
    },
    find: (activityId, id) => rows.find({ activityId, id }),
    of: async (activityId) => (await rows.all("key", { activityId })).reverse(),
    get: (activityId, id) => rows.get({ activityId, id }),
    async settle(announcement, effects = [], at = announcement.createdAt) {
      await transact(table, [rows.ops.put(announcement), ...effectOps(table, effects, at)]);
    },
    newest,
    async newestTwo(activityId) {
      const [found, before] = (await rows.list("key", { activityId }, { limit: 2 }, { order: "desc" })).items;
      if (!found) throw missing();
      return before ? [found, before] : [found];
    },
    async latest(activityId) {
      const found = await newest(activityId);
      if (!found) throw missing();
      return found;
    },
    list: (page) => rows.list("newest", { everybody }, page, { order: "desc" }),
  };
}
