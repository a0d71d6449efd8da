import { Entity } from "electrodb";
import { fromCursor } from "../lib/cursor.ts";
import { Refusal } from "../lib/error.ts";
import type { Page, PageRequest } from "../lib/page.ts";
import { perTable } from "../lib/per-table.ts";
import { put, type Table, transact } from "../lib/table.ts";
import { effectOps } from "../outbox/outbox.row.ts";
import * as Announcement from "./announcement.ts";

/** Recruitment notices. They are never deleted: an announcement stays readable. @source docs/domain.md A3 */
export interface Announcements {
  /** Keeps a new announcement and sends it on its way; one that is already there stays as it is. */
  announce(announcement: Announcement.Info): Promise<void>;
  /** @throws `announcement.missing` */
  get(activityId: string, id: string): Promise<Announcement.Info>;
  /** Saves what became of it on its way. */
  settle(announcement: Announcement.Info): Promise<void>;
  /** The newest of an activity, if it has been announced. */
  newest(activityId: string): Promise<Announcement.Info | undefined>;
  /** The newest of an activity. @throws `announcement.missing` */
  latest(activityId: string): Promise<Announcement.Info>;
  /** Of all activities, newest first. */
  list(page: PageRequest): Promise<Page<Announcement.Info>>;
}

const entity = perTable(
  (table) =>
    new Entity(
      {
        model: { service: "yigong", entity: "announcement", version: "1" },
        attributes: {
          id: { type: "string", required: true },
          activityId: { type: "string", required: true },
          revision: { type: "number", required: true },
          content: { type: "any", required: true },
          createdAt: { type: "string", required: true },
          status: { type: "string", required: true },
          publishedAt: { type: "string" },
          refusedAt: { type: "string" },
          code: { type: "string" },
          everybody: { type: "string", required: true },
        },
        indexes: {
          byActivity: {
            pk: { field: "pk", composite: ["activityId"], template: "activity#${activityId}" },
            sk: { field: "sk", composite: ["id"], template: "announcement#${id}" },
          },
          newest: {
            index: "gsi1",
            pk: { field: "gsi1pk", composite: ["everybody"], template: "${everybody}" },
            sk: { field: "gsi1sk", composite: ["createdAt", "id"], template: "${createdAt}#${id}" },
          },
        },
      },
      { client: table.client, table: table.alliance },
    ),
);

const everybody = "announcements";

export function dynamoAnnouncements(table: Table): Announcements {
  const announcements = entity(table);
  const missing = () => new Refusal("missing", "announcement.missing", "This activity has not been announced.");

  const newest = async (activityId: string) => {
    const query = announcements.query.byActivity({ activityId });
    const { data } = await query.go({ order: "desc", limit: 1, pages: 1, consistent: true });
    return data[0] ? Announcement.Info.parse(data[0]) : undefined;
  };

  return {
    async announce(announcement) {
      const { id, activityId, createdAt } = announcement;
      const row = announcements.create({ ...announcement, everybody }).params();
      const send = {
        kind: "announcement.publish",
        id: `announcement.publish#${id}`,
        activityId,
        announcementId: id,
      } as const;
      await transact(table, [put(row), ...effectOps(table, [{ ...send, dueAt: createdAt }], createdAt)]);
    },
    async get(activityId, id) {
      const { data } = await announcements.get({ activityId, id }).go({ consistent: true });
      if (!data) throw missing();
      return Announcement.Info.parse(data);
    },
    async settle(announcement) {
      await transact(table, [put(announcements.put({ ...announcement, everybody }).params())]);
    },
    newest,
    async latest(activityId) {
      const found = await newest(activityId);
      if (!found) throw missing();
      return found;
    },
    async list({ limit, cursor }) {
      const page = announcements.query.newest({ everybody }).go({ order: "desc", limit, cursor: cursor ?? null });
      const { data, cursor: next } = await fromCursor(page);
      return { items: data.map((row) => Announcement.Info.parse(row)), cursor: next ?? undefined };
    },
  };
}
