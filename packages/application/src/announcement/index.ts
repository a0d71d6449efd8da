import { type Announcements, dynamoAnnouncements } from "@yigong/core/announcement/announcement.store.ts";
import { Announcement } from "@yigong/core/announcement/index.ts";
import type { Table } from "@yigong/core/lib/table.ts";
import type { Handles, Manifest } from "../manifest/manifest.ts";
import { type Publishing, publishAnnouncement } from "./publish-announcement.ts";

export const announcement = {
  name: "announcement",
  stores: (table: Table) => ({ announcements: dynamoAnnouncements(table) }),
  offers: ({ announcements }: { announcements: Announcements }) => ({
    async announce(activity: Parameters<typeof Announcement.compose>[0], at: string): Promise<void> {
      await announcements.announce(Announcement.compose(activity, { revision: 1, at }));
    },
  }),
  handlers: (deps: Publishing): Handles<"announcement.publish"> => ({
    "announcement.publish": (effect, attempt) => publishAnnouncement(effect, deps, attempt),
  }),
} as const satisfies Manifest;
